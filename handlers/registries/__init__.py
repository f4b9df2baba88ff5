"""The registries: a staff taken in from a file, given out in three grades, approved by an order, searched."""
