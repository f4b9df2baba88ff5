"""Three questions to the mentee after a meeting, and what the curator sees of the answers."""
