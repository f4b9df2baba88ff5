"""The main menu that fits the role, and the last word when nothing else understood what was typed."""
