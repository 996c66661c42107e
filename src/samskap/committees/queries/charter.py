"""Questions about charters: which holds, what changed, and who has not read it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samskap.committees.models import Charter, Committee, Member
from samskap.committees.models.team import GROWN_UP
from samskap.municipalities.models import Country


def charters_of(committee: Committee) -> QuerySet[Charter]:
    """Every version, the newest first, with whoever wrote it."""
    found: QuerySet[Charter] = committee.charters.select_related(
        "by", "adopted_in", "frame"
    ).order_by("-version")
    return found


def in_force(charters: list[Charter]) -> Charter | None:
    """The version that holds among all, the newest first: the newest adopted, else the newest."""
    adopted = (charter for charter in charters if charter.is_adopted)
    return next(adopted, charters[0] if charters else None)


def charter_in_force(committee: Committee) -> Charter | None:
    """The version that holds: the newest that is adopted; before that, the newest draft."""
    return in_force(list(charters_of(committee)))


def is_too_young(committee: Committee, birth_year: int | None, day: date) -> bool:
    """Whether somebody may not be elected yet, where the committee stands under Norwegian law.

    Who has not told their year of birth is taken to be old enough. Sources: kommuneloven § 7-2
    (eligible is whoever may vote, is registered as living there and has agreed in writing),
    valgloven § 2-2 (18 by the end of the year of the election).
    """
    if birth_year is None or committee.municipality.country != Country.NORWAY:
        return False
    charter = charter_in_force(committee)
    is_under_law = (
        charter is not None and charter.legal_form == Charter.LegalForm.COMMITTEE_UNDER_LAW
    )
    return is_under_law and day.year - birth_year < GROWN_UP


def still_to_read(charter: Charter) -> list[Member]:
    """The members and substitutes who have not confirmed that they read a version."""
    there = charter.committee.members.filter(until=None).select_related("person", "giver")
    return list(there.exclude(readings__charter=charter))


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One heading that differs between two versions."""

    title: str
    before: str
    after: str


def compared(before: Charter, after: Charter) -> list[Changed]:
    """What differs between two versions, heading by heading; the field and the seats too."""
    words = [
        Changed(title=_title(name), before=getattr(before, name), after=getattr(after, name))
        for name in Charter.HEADINGS
    ]
    words.append(
        Changed(
            title=_title("legal_form"),
            before=before.get_legal_form_display(),
            after=after.get_legal_form_display(),
        )
    )
    words.append(Changed(title=_("Seats"), before=_seats(before), after=_seats(after)))
    words += [
        Changed(
            title=str(title),
            before=getattr(before.frame, name, ""),
            after=getattr(after.frame, name, ""),
        )
        for name, title in (
            ("open", _("Open")),
            ("negotiable", _("Can be discussed")),
            ("fixed", _("Fixed")),
        )
    ]
    return [each for each in words if each.before != each.after]


def _title(name: str) -> str:
    """The words of a heading, as they begin a line."""
    words = str(Charter._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    return words[:1].upper() + words[1:]


def headings_of(charter: Charter) -> list[tuple[str, str]]:
    """The headings that say something, in their order."""
    return [(_title(name), text) for name in Charter.HEADINGS if (text := getattr(charter, name))]


def _seats(charter: Charter) -> str:
    """The seats of a version, one on each line."""
    return "\n".join(f"{seat['number']}. {seat['perspective']}" for seat in charter.seats)
