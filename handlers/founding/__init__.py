"""Organisations as the administrators of the system make them, from the chat."""
