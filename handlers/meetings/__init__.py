"""Meetings as people see them: the form that proposes one, cards, answers, reminders."""
