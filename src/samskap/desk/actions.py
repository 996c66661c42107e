"""Answering many alike, putting off, handing over, keeping wordings, setting limits."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.memory import remember
from samskap.desk import queries
from samskap.desk.errors import (
    GapIsLeft,
    MayNotTakeIt,
    NotYourDesk,
    TooManyAtOnce,
    WordingIsNotEdited,
)
from samskap.desk.models import Charge, Wording, WorkloadLimit
from samskap.desk.permissions import may_keep_wordings, may_set_limits
from samskap.ideas.actions import answer_given, as_they_go_on
from samskap.ideas.errors import NothingChosen, NotYoursToAnswer
from samskap.ideas.permissions import ANSWERING_ROLES, may_answer
from samskap.ledger.actions import postpone
from samskap.ledger.models import ANSWERS, Contribution
from samskap.municipalities.models import Municipality
from samskap.notices.actions import tell
from samskap.notices.models import Notice
from samskap.people.models import Person
from samskap.people.queries import people_with_role

MOST_AT_ONCE = 50
GAP = re.compile(r"\[[^\[\]\n]{1,80}\]")


def look_over(given: Sequence[Contribution], by: Person) -> None:
    """See that what was chosen can be answered by whoever chose it.

    Refuses with NothingChosen, TooManyAtOnce or NotYoursToAnswer.
    """
    if not given:
        raise NothingChosen
    if len(given) > MOST_AT_ONCE:
        raise TooManyAtOnce(most=MOST_AT_ONCE)
    if not all(may_answer(by, one.account.initiative) for one in given):
        raise NotYoursToAnswer


@transaction.atomic
def answer_alike(
    *,
    given: Sequence[Contribution],
    status: str,
    text: str,
    lines: Mapping[int, str] | None = None,
    by: Person,
) -> None:
    """Answer many with one text, and each with a line of their own where there is one.

    lines   key of a contribution → what is said to its giver alone, above the common text

    Refuses with NothingChosen, TooManyAtOnce, NotYoursToAnswer, WordingIsNotEdited or GapIsLeft,
    and like `ideas.actions.answer_given`.
    """
    look_over(given, by)
    _require_own_words(text, given[0].municipality)
    said = lines or {}
    for whole, chosen in _by_whole(given).items():
        above = [line for one in chosen if (line := said.get(one.pk, "").strip())]
        reason = "\n\n".join([*above, text]).strip() if above else text
        answer_given(given=[whole], status=status, reason=reason, by=by)
    if status in ANSWERS:  # whoever has only read it comes back to it
        Charge.objects.filter(contribution__in=given).delete()


def _by_whole(given: Sequence[Contribution]) -> dict[Contribution, list[Contribution]]:
    """What was chosen, by what it goes on as: those that go on as one have one answer."""
    chosen: dict[Contribution, list[Contribution]] = {}
    for one in given:
        [whole] = as_they_go_on([one])
        chosen.setdefault(whole, []).append(one)
    return chosen


def _require_own_words(text: str, municipality: Municipality) -> None:
    """See that a prepared answer was made one’s own."""
    if gap := GAP.search(text):
        raise GapIsLeft(gap=gap[0])
    said = " ".join(text.split())
    prepared = queries.wordings(municipality).values_list("text", flat=True)
    if said and any(said == " ".join(each.split()) for each in prepared):
        raise WordingIsNotEdited


@transaction.atomic
def put_off(*, given: Sequence[Contribution], until: date, reason: str, by: Person) -> None:
    """Say why some answers take longer, and promise a new day; each giver hears it.

    Refuses with NothingChosen, TooManyAtOnce or NotYoursToAnswer, and like `ledger.postpone`.
    """
    look_over(given, by)
    for whole, chosen in _by_whole(given).items():
        for one in chosen if whole.standing.answered_at else [whole]:
            postpone(contribution=one, until=until, reason=reason, by=by)
            remember(
                "desk.answer_put_off",
                by=by.pseudonym_key,
                about=one,
                within=one.account.initiative,
            )


@transaction.atomic
def hand_over(*, given: Sequence[Contribution], to: Person, note: str = "", by: Person) -> None:
    """Let somebody answer from now on, and tell them; oneself takes errands without a notice.

    Refuses with NothingChosen, TooManyAtOnce, NotYoursToAnswer or MayNotTakeIt.
    """
    look_over(given, by)
    for one in given:
        if not may_answer(to, one.account.initiative):
            raise MayNotTakeIt(person=to.shown_name)
        Charge.objects.update_or_create(
            contribution=one,
            defaults={
                "municipality_id": one.municipality_id,
                "person": to,
                "handed_by": by,
                "note": note,
                "at": timezone.now(),
            },
        )
        remember(
            "desk.errand_handed_over",
            by=by.pseudonym_key,
            about=one,
            within=one.account.initiative,
        )
    if to != by:
        tell(
            person=to,
            municipality=given[0].municipality,
            kind="desk.handed_over",
            label=_many_handed(len(given), by),
            text=note,
            path=reverse("desk:answers") + "?show=mine",
            names=by,
        )


def _many_handed(count: int, by: Person) -> Promise:
    """Say how many errands somebody hands over, in the language of whoever is told."""
    said = ngettext_lazy(
        "{person} hands {count} answer over to you.",
        "{person} hands {count} answers over to you.",
        count,
    )
    return format_lazy(said, person=by.shown_name, count=count)


@transaction.atomic
def keep_wording(
    *,
    municipality: Municipality,
    wording: Wording | None = None,
    title: str,
    status: str,
    text: str,
    language: str,
    by: Person,
) -> Wording:
    """Write a prepared answer, or change one. Refuses with NotYourDesk."""
    if not may_keep_wordings(by, municipality):
        raise NotYourDesk
    kept = wording or Wording(municipality=municipality)
    kept.title, kept.status, kept.text, kept.language = title, status, text, language
    kept.changed_by, kept.changed_at = by, timezone.now()
    kept.save()
    return kept


@transaction.atomic
def throw_wording_away(*, wording: Wording, by: Person) -> None:
    """Let go of a prepared answer. Refuses with NotYourDesk."""
    if not may_keep_wordings(by, wording.municipality):
        raise NotYourDesk
    wording.delete()


@transaction.atomic
def set_limit(
    *, municipality: Municipality, promises: int, hours: int, by: Person
) -> WorkloadLimit:
    """Say how much one person should carry. Refuses with NotYourDesk."""
    if not may_set_limits(by, municipality):
        raise NotYourDesk
    limit, _is_new = WorkloadLimit.objects.update_or_create(
        municipality=municipality, defaults={"promises": promises, "hours": hours}
    )
    remember(
        "desk.limit_set",
        by=by.pseudonym_key,
        about=municipality,
        municipality_id=municipality.pk,
    )
    return limit


@transaction.atomic
def warn_who_carries_too_much(municipality: Municipality) -> int:
    """Tell those who carry too much, and nobody else about them; once a week at most."""
    warned = 0
    lately = Notice.objects.of(municipality).filter(
        kind="desk.too_much", at__gt=timezone.now() - queries.A_WEEK
    )
    staff = people_with_role(municipality, *ANSWERING_ROLES)
    for person in staff.exclude(pk__in=lately.values("person")):
        load = queries.workload_of(person, municipality)
        if not load.is_too_much:
            continue
        tell(
            person=person,
            municipality=municipality,
            kind="desk.too_much",
            label=_("You carry more than one person should."),
            text=format_lazy(
                _(
                    "You have {promises} open promises, {late} of them late, and wrote down {hours}"
                    " hours in seven days. Hand something over, or ask for help."
                ),
                promises=load.promises,
                late=load.late,
                hours=f"{load.hours.normalize():f}",
            ),
            path=reverse("desk:desk"),
        )
        warned += 1
    return warned


def forget(person: Person) -> None:
    """Let go of somebody who deletes their account: their errands are nobody’s again."""
    Charge.objects.filter(person=person).delete()
    Charge.objects.filter(handed_by=person).update(handed_by=None)
    Wording.objects.filter(changed_by=person).update(changed_by=None)
