"""Speed mentoring: short slots announced, booked, queued for."""
