"""The registries: reading a staff file, privacy, facts, the command line."""
