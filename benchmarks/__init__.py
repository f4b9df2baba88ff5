"""What the program costs, each figure beside its peer in one run. Measures the production wiring; changes nothing in it."""
