"""People of a school: the list and the cards, pausing and leaving, colleagues without Telegram,
conclusions.
"""
