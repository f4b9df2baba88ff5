"""The board of pairs: who needs the curator, why, and what can be done about it."""
