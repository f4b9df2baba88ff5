"""What an organisation sets for itself, and its partners."""
