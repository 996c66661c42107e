"""Citizens’ proposals: residents put a matter on the council’s table, and hear what became of it.

Somebody *drafts* a *proposal* and opens it; residents *sign*, on the web or on a *paper list*. When
the *threshold* is met it is *submitted*, and the law’s clock starts. The council decides whether it
is *admissible*, then *decides*; the proposers are informed, and *measures* are followed.
"""
