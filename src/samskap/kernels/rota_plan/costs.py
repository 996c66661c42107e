"""What a plan weighs, all of it in tenths of a kilometre."""

UNFILLED = 100_000  # a place that nobody fills
FURTHER_TURN = 60  # each further turn of the same helper: the second 60, the third 120 …
WISHED = 30  # a shift that the helper asked for counts as three kilometres nearer
RATHER_NOT = 100  # one that the helper would rather not have, as ten kilometres further
PER_KM = 10
