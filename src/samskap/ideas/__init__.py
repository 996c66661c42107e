"""Ideas: what people write to an initiative, and what became of it.

Somebody gives a *story*, a *problem*, *knowledge*, an *idea* or a *draft*: of their own accord, or
in answer to a *question*. Others *support* it. Whoever leads the initiative *answers* it; a
decision may *adopt* it. Each of these is a row in the ledger.
"""
