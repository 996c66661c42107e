"""Organisations: who acts as one party, who belongs to it, and who may speak for it.

organisation   an association, a business, a public unit, the council …; a hybrid is several kinds
membership     that a person belongs to an organisation
request        that a person asks to join one; its administrators answer
mandate        that a member may speak for it, from one day through another
administrator  a member who looks after it: lets people in, gives mandates, keeps its page right.
               What is on the public side is looked after by the municipality’s administrators too
parent         the organisation it declares to be part of. Organisations with the same topmost
               parent, their root, are not independent: Samskap counts them as one party
"""
