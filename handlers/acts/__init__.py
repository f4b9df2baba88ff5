"""Local acts: the register, which of the mandatory ones lack, and who has read them."""
