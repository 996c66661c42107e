"""Whom a committee expects at the meetings of its initiative, and by which rules it meets."""

from samskap.committees.models import Charter, Member
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Giver
from samskap.people.models import Person


def expected_at_meetings(initiative: Initiative) -> list[Person]:
    """Everybody who sits in the committee of an initiative and has an account; one query."""
    seated = Person.objects.filter(
        sits_in__committee__initiative=initiative,
        sits_in__until=None,
        sits_in__is_substitute=False,
        is_active=True,
    )
    return list(seated.distinct().order_by("pk"))


def guests_at_meetings(initiative: Initiative) -> list[tuple[Giver, str]]:
    """Everybody who sits in the committee and has no account, with the name to show; one query."""
    seated = Member.objects.sitting().filter(committee__initiative=initiative, person=None)
    return [(one.giver, one.shown_name) for one in seated.select_related("giver").order_by("pk")]


def is_under_law(initiative: Initiative) -> bool:
    """Whether the charter that holds makes its committee one under the law (§§ 11-3 to 11-5)."""
    adopted = Charter.objects.filter(committee__initiative=initiative).exclude(adopted_on=None)
    form = adopted.order_by("-version").values_list("legal_form", flat=True).first()
    return form == Charter.LegalForm.COMMITTEE_UNDER_LAW
