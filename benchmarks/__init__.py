"""What the program costs, each figure beside its peer in one run. It measures the production wiring and
changes nothing in it.
"""
