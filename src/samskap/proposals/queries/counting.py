"""How many signed, by whether they count."""

from collections.abc import Iterable

from django.db.models import Count

from samskap.proposals.models import Proposal, Signature, Validity

Counts = dict[str, int]


def counts_of(proposals: Iterable[Proposal]) -> dict[int, Counts]:
    """How many signatures each proposal has of each validity; one question for all.

    What was submitted keeps the counts of that day: its signatures are deleted one day.
    """
    asked = list(proposals)
    counts: dict[int, Counts] = {
        each.pk: {validity: each.counted.get(validity, 0) for validity in Validity.values}
        for each in asked
    }
    still = [each.pk for each in asked if each.submitted_on is None]
    if still:
        rows = Signature.objects.filter(proposal__in=still).order_by()
        for pk, validity, many in rows.values_list("proposal", "validity").annotate(Count("pk")):
            counts[pk][validity] = many
    return counts


def count_of(proposal: Proposal) -> Counts:
    """How many signatures a proposal has of each validity."""
    return counts_of([proposal])[proposal.pk]


def valid_of(proposal: Proposal) -> int:
    """How many count."""
    return proposal.signatures.filter(validity=Validity.VALID).count()
