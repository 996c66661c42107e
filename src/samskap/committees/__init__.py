"""Committees: politicians and residents solve one task together, from charter to answer.

A *task committee* (Danish *opgaveudvalg*, Norwegian *oppgaveutvalg*) is temporary and has one task.
The council adopts its *charter*, which draws the field: what is open, negotiable and fixed, and
which *seats* there are, each with a profile. In an open *call* people *register*; the council, the
elected members or the lot *choose*, with reasons. Whoever is chosen *declares* interests, and not
to be locked to a solution, and is then a *member* with the same tools as all the others. Each
*step* of a committee says who took it and why. A committee recommends; the council answers.
"""
