"""Lots: a panel of residents is drawn, and anybody can check the draw.

A *lot* belongs to an initiative and draws so many *seats*. People who say yes are *entrants*; all
of them are the *pool*. Some are *invited* at random from a list. *Targets* say how many there are
to be of each *value* of a *feature*. A *round* is one draw: it is *planned* by the kernel as
numbered *panels*, *committed* to before anybody can know the number, and *drawn*. Who leaves is
replaced by another round. *Stewards* keep a lot.
"""
