"""Hearings: statutory consultations, from the day they open to the report on every answer.

A *hearing* asks *recipients* and everybody else what they think of *papers* that lie open. What
comes in is a *statement*; one *answer* says what becomes of one statement, or of many alike. When
every statement is answered the hearing is *reported*. *Late* is a hearing that opens when the
solution is locked: what comes in then cannot shape it.
"""
