"""Requests for help: asked at any time, answered in two taps."""
