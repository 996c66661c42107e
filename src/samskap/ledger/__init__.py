"""The ledger: one row for whatever anyone gives, and what became of it."""
