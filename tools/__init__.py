"""Checks and lists that run beside the program. Nothing here may be imported by the program itself."""
