"""Meetings: what people come together for.

An *event* belongs to an initiative: a culture evening, a gaming night, an open space, a review.
Somebody *holds* it, for themselves or for an organisation; others say that they are *coming*.
Afterwards whoever holds it tells *how it was*: how many came, how many of them for the first time,
the hours it took, and what it *changed*. An event may *grow out of* an idea, and ideas may be
*brought out of* an event.

Around an event stands its *arrangement*: a link, what is *offered*, whether a law rules it. Whoever
finds it full waits in *line*; whoever needs *support* to be able to come says so. Those who take
part propose *items* of the *agenda*, and put up their hand for the *floor*. *Attendance* is written
down by name for those who are *expected*, and from *cards* for those who are not. The *minutes* are
approved by those who came; a *point* says that a decision or a commitment was made there.
"""
