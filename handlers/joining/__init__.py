"""The way in: language, consent, application; and the curator's decision about it."""
