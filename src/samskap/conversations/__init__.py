"""Conversations: what people say to each other about an idea, a decision, a shift.

Whatever is talked about is a *host*; it announces itself, and gets a *thread* when the first
*comment* is written. Comments have *answers*, one level below. Facilitators may sort a thread into
three *columns*, make it *quiet*, *pin* comments and write a *summary*. An edited comment shows its
earlier *wordings*. Each comment is a small row in the ledger.
"""
