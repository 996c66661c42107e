"""The ledger: one row for whatever anyone gives, and what became of it.

An *account* belongs to one initiative. A *contribution* is one row of it: impersonal, numbered,
hashed onto the row before, and never changed; triggers in both databases see to that. A *giver*
is the hand behind contributions; its person can be forgotten. *Standing* is what may change about
a contribution: its caption, its fate now, and the day an answer was promised. *Fate* is each step
of what became of it. An *adoption* says that a decision took it in. *Sums* are kept as rows come
in, so that a page never adds up a million of them; `check_ledger` shows that they are true.
"""
