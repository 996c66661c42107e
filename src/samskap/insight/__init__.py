"""Insight: what the ledger says about an initiative – its rung on the ladder, and how it answered."""
