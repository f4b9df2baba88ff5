"""What the programme does: use cases and rules. Knows nothing of Telegram, of processes or of the wording of
texts.

A use case is a plain synchronous function of a `Session`; `db.write` or `db.read` runs it in one transaction.
"""
