"""Meetings: what people come together for.

An *event* belongs to an initiative: a culture evening, a gaming night, an open space, a review.
Somebody *holds* it, for themselves or for an organisation; others say that they are *coming*.
Afterwards whoever holds it tells *how it was*: how many came, how many of them for the first time,
the hours it took, and what it *changed*. An event may *grow out of* an idea, and ideas may be
*brought out of* an event.
"""
