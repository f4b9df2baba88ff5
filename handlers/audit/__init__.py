"""The audit log, as heads and coordinators read it."""
