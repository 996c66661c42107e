"""Negotiations: all who know a matter at one table, instead of the few who always sit there.

An initiative may have one *negotiation*. Its *map* holds the *parties*: who is touched, who knows
something, who can help, who can block. A party is asked, comes or is missing; at the *table* its
*spokespersons* put *interests*, *offers* and *limits*, and say of each *option* whether they can
live with it. What all can live with becomes the *joint text*, to which each party says yes or no;
what each will do is a *commitment*, and *reviews* ask whether it was kept. The *mediator* leads the
table, and alone knows who sits there under a pseudonym. (R-044, R-069, SC-6, SC-18)
"""
