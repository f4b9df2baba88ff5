"""Municipality and region: their schools, the plans given to them, and how far each of them has come."""
