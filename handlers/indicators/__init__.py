"""Planned results of a roadmap, and what was reached."""
