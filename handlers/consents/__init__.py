"""Consents in conversation: one's own, the curator's desk, orders, helpers, amendments, publications."""
