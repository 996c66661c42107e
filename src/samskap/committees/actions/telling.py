"""Telling the members of a committee what happens in its work."""

from django.urls import reverse
from django.utils.functional import Promise

from samskap.committees.models import Committee
from samskap.notices.actions import tell
from samskap.people.models import Person


def tell_members(
    committee: Committee,
    *,
    label: str | Promise,
    text: str | Promise = "",
    path: str = "",
    but: Person | None,
) -> None:
    """Tell everybody who sits in the committee and has an account, but whoever did it."""
    seats = committee.members.sitting().exclude(person=None)
    if but is not None:
        seats = seats.exclude(person=but)
    for member in seats.select_related("person"):
        tell(
            person=member.person,
            municipality=committee.municipality,
            kind="committees.work",
            label=label,
            text=text,
            path=path or reverse("committees:work", args=[committee.slug]),
        )
