"""Drafting: one text, many hands, and everybody can find what became of their proposal.

A *document* belongs to an initiative and consists of *paragraphs*, which keep their identity
whatever they say. Each *wording* of a paragraph is a version that stays, with a reason and its
*causes*: the contributions that brought it about. Its *writers* write it directly; everybody can
propose a *change*, which is accepted, accepted changed, rejected or withdrawn. An *edition* is a
numbered state of the whole text that one can come back to.
"""
