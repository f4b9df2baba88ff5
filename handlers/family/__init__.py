"""Pupils and their parents: the pupils' places, the parent's consent, what a parent sees and decides."""
