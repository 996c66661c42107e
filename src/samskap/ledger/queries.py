"""Reading the ledger."""

from collections.abc import Iterator

from django.db.models import QuerySet

from samskap.base.once import once
from samskap.ledger.models import Account, Contribution, PhaseSum, Side, Standing, Sum
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


def given_by(person: Person, municipality: Municipality) -> QuerySet[Contribution]:
    """Whatever a person gave here, with what became of it; newest first."""
    return (
        Contribution.objects.of(municipality)
        .filter(giver__person=person)
        .select_related("standing", "speaking_for")
        .order_by("-pk")
    )


def waiting_for_an_answer(municipality: Municipality) -> QuerySet[Standing]:
    """Inputs that nobody has answered, the oldest promise first."""
    return (
        Standing.objects.of(municipality)
        .filter(answered_at=None, answer_due_on__isnull=False)
        .select_related("contribution__speaking_for", "contribution__giver__person")
        .order_by("answer_due_on", "contribution")
    )


def sums_of(account: Account) -> list[Sum]:
    """What has been given to an account, by sort."""
    return list(account.sums.all())


@once
def phase_sums_of(account: Account) -> dict[str, PhaseSum]:
    """How the inputs of each phase were answered: phase → its sums."""
    return {each.phase: each for each in account.phase_sums.all()}


def independent_parties(account: Account) -> int:
    """How many mutually independent parties outside the public gave of their own accord."""
    return account.parties.filter(side=Side.NON_PUBLIC).count()


def rows_of(account: Account) -> Iterator[Contribution]:
    """Every row of an account in the order of its numbers, a few at a time."""
    return account.contributions.select_related("standing").order_by("number").iterator(2000)


def days_to_answer(account: Account, *, most: int = 200) -> list[int]:
    """Whole days from input to its first answer, of what was given last and has been answered."""
    # By number, as that is indexed: the last of a long ledger are found without reading the rest.
    answered = (
        account.contributions.filter(side=Side.NON_PUBLIC, standing__answered_at__isnull=False)
        .order_by("-number")
        .values_list("at", "standing__answered_at")[:most]
    )
    return [max((after - before).days, 0) for before, after in answered]
