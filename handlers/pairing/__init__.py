"""Pairing: the queue of mentees, candidates, proposals and the answers of the two."""
