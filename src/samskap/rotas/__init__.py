"""Rotas: who does what when at a place that people keep going together.

A *rota* belongs to an initiative that is carried out or runs, and has a place. A *duty* is what
somebody does there; a *requirement* is what it takes (training, a key, a certificate), and a
*clearance* says who saw that somebody meets it. A *shift* is a stretch of time; a *series* makes
many of them by a rule. A *need* says how many people one duty of one shift takes. A *turn* is one
place of a need, taken by one *helper*. Whoever comes too late stands in *line*; whoever cannot
come hands the turn back, or asks for a *swap*. Staff on a volunteer’s place are *staff cover*.
"""
