"""Plans on the desk: uploaded or taken from a template, corrected, approved, replaced by the next."""
