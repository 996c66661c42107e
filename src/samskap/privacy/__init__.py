"""Privacy: all that is about one person, gathered from what the modules announce.

archive     everything about one person as one file to take along, for seven days
held        what one table holds about a person, as its module announces it (`base.personal`)
erasure     letting go of somebody without an account, who gave on paper
rule        how long one kind of thing is kept: as proposed by a module, or as chosen here
removal     how many rows went because their time was over, on one day
sight       that somebody of the staff opened a page with more about people than others may see
"""
