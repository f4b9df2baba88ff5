"""What is stored about a person, as they see it; and the withdrawal of their consent."""
