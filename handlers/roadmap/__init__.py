"""The roadmap as people see it: their own duties, the whole plan, and what is late."""
