"""Insight: what the ledger says about an initiative.

A *placement* is where an initiative stands on the ladder of co-creation, with each *condition*
that held or failed and the rows behind it. The *index* (CCI) shows its trend. *Answers* say how
well people were answered. A placement is worked out from the ledger by `kernels.ladder` and never
edited; whoever disagrees *contests* it with a reason. The *document* is the open data from which
anyone can work it out again.
"""
