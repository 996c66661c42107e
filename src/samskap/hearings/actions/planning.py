"""Planning a hearing: what it is about, how long, whom it asks, which papers lie open."""

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify

from samskap.base.memory import remember
from samskap.hearings.errors import (
    IsAskedAlready,
    IsRequired,
    NotNow,
    NotYoursToSteward,
    TakesNoMore,
)
from samskap.hearings.models import CONSIDERED, REQUIRED, Hearing, Paper, Recipient, State
from samskap.hearings.permissions import may_plan, may_steward
from samskap.hearings.queries.deadlines import preset_of, set_days
from samskap.hearings.queries.hearings import hearings_in
from samskap.initiatives.actions.raising import LETTERS
from samskap.initiatives.models import Initiative
from samskap.organisations.models import Organisation
from samskap.people.models import Person

TAKEN = frozenset({"new", "papers"})  # addresses of their own
Kind = Recipient.Kind
BY_LAW = dict.fromkeys(REQUIRED, "kommuneloven § 5-12") | {
    Kind.CHILDREN: "plan- og bygningsloven § 3-3"
}


def held(hearing: Hearing, by: Person, *states: str) -> Hearing:
    """Hold a hearing for those who look after it, where it stands at one of some states.

    Whoever comes second waits here, and then sees how things really stand. Refuses with
    NotYoursToSteward or NotNow.
    """
    if not may_steward(by, hearing):
        raise NotYoursToSteward
    now = locked(hearing)
    if now.state not in states:
        raise NotNow(state=now.get_state_display())
    return now


def locked(hearing: Hearing) -> Hearing:
    """Hold a hearing until the transaction ends, as it stands now."""
    Hearing.objects.select_for_update(no_key=True).get(pk=hearing.pk)
    now: Hearing = hearings_in(hearing.municipality).get(pk=hearing.pk)
    return now


@transaction.atomic
def plan_hearing(
    *,
    initiative: Initiative,
    by: Person,
    title: str,
    about: str,
    language: str,
    preset: str,
    opens_on: date,
    closes_on: date | None = None,
    public_id: UUID | None = None,
    **more: str,
) -> Hearing:
    """Plan a hearing that nobody else sees yet; whom the law names is on the list at once.

    closes_on  the last day; the earliest that the law allows where nobody says
    public_id  chosen by the form, so that a button pressed twice plans one hearing
    more       `inspected_at`, `answers_to`, `young_secured`, `others_secured`

    Refuses with NotYoursToSteward, TakesNoMore, ClosesBeforeItOpens or TooShort.
    """
    if not may_plan(by, initiative):
        raise NotYoursToSteward
    if not initiative.is_open:
        raise TakesNoMore(initiative=initiative.title)
    before: Hearing | None = (
        Hearing.objects.of(initiative.municipality).filter(public_id=public_id or uuid4()).first()
    )
    if before is not None:
        return before
    hearing = Hearing(
        municipality=initiative.municipality,
        initiative=initiative,
        public_id=public_id or uuid4(),
        title=title.strip(),
        about=about.strip(),
        language=language,
        preset=preset,
        planned_by=by,
        **more,
    )
    set_days(hearing, opens_on=opens_on, closes_on=closes_on)
    _save_under_free_slug(hearing)
    ask_whom_the_law_names(hearing)
    propose_councils(hearing)
    remember("hearings.planned", by=by.pseudonym_key, about=hearing, within=initiative)
    return hearing


def _save_under_free_slug(hearing: Hearing) -> None:
    """Save under an address that no other hearing here has."""
    wish = slugify(hearing.title.lower().translate(LETTERS))[:70].strip("-") or "hearing"
    alike = Hearing.objects.of(hearing.municipality).filter(slug__startswith=wish)
    taken = TAKEN | set(alike.values_list("slug", flat=True))
    names = (wish if number == 1 else f"{wish}-{number}" for number in count(1))
    hearing.slug = next(name for name in names if name not in taken)
    hearing.save(force_insert=True)


def ask_whom_the_law_names(hearing: Hearing) -> None:
    """Put on the list whom the law names for this kind of matter, and nobody twice.

    Source: kommuneloven § 5-12 (councils for the elderly, for people with disabilities, for the
    young), plan- og bygningsloven § 3-3 (somebody who speaks for children in plan cases).
    """
    _put_on_the_list(hearing, required_kinds(hearing), is_required=True)
    hearing.recipients.filter(is_required=True).exclude(kind__in=required_kinds(hearing)).delete()


def propose_councils(hearing: Hearing) -> None:
    """Put on the list the councils that the law asks for where the matter concerns them.

    They can be left out: whoever plans the hearing judges whether it does. Source:
    retssikkerhedsloven § 30, stk. 3 (the elderly), and § 37 a, stk. 2 (people with disabilities).
    """
    if preset_of(hearing).considers:
        _put_on_the_list(hearing, CONSIDERED, is_required=False)


def _put_on_the_list(hearing: Hearing, kinds: Iterable[str], *, is_required: bool) -> None:
    """Put those of some kinds on the list who are not there."""
    asked = set(hearing.recipients.values_list("kind", flat=True))
    for kind in kinds:
        if kind not in asked:
            Recipient.objects.create(
                municipality=hearing.municipality,
                hearing=hearing,
                kind=kind,
                is_required=is_required,
            )


def required_kinds(hearing: Hearing) -> list[str]:
    """Whom the law names for this kind of matter."""
    preset = preset_of(hearing)
    councils: list[str] = list(REQUIRED) if preset.councils else []
    return [*councils, Kind.CHILDREN] if preset.children else councils


@transaction.atomic
def change_plan(
    *, hearing: Hearing, by: Person, opens_on: date, closes_on: date | None, **said: Any
) -> Hearing:
    """Change what is planned, before it opens.

    Refuses with NotYoursToSteward, NotNow, ClosesBeforeItOpens or TooShort.
    """
    hearing = held(hearing, by, State.PLANNED)
    preset = hearing.preset
    for name, value in said.items():
        setattr(hearing, name, value)
    set_days(hearing, opens_on=opens_on, closes_on=closes_on)
    hearing.save()
    ask_whom_the_law_names(hearing)
    if hearing.preset != preset:  # whom somebody left out stays left out
        propose_councils(hearing)
    remember("hearings.plan_changed", by=by.pseudonym_key, about=hearing, within=hearing.initiative)
    return hearing


@transaction.atomic
def ask(
    *,
    hearing: Hearing,
    by: Person,
    kind: str,
    name: str,
    way: str,
    people: int = 1,
    organisation: Organisation | None = None,
    invited_on: date | None = None,
) -> Recipient:
    """Put somebody on the list of those who are asked; whoever the law names gets their name.

    Refuses with NotYoursToSteward, NotNow or IsAskedAlready.
    """
    hearing = held(hearing, by, State.PLANNED, State.OPEN)
    name = name.strip() or (organisation.name if organisation else "")
    if organisation and hearing.recipients.filter(organisation=organisation).exists():
        raise IsAskedAlready(name=organisation.name)
    unnamed = hearing.recipients.filter(kind=kind, name="", organisation=None)
    recipient: Recipient = unnamed.filter(kind__in=BY_LAW).first() or Recipient(
        municipality=hearing.municipality, hearing=hearing, kind=kind
    )
    recipient.name, recipient.way, recipient.people = name, way, people
    recipient.organisation, recipient.invited_on = organisation, invited_on
    recipient.save()
    return recipient


@transaction.atomic
def leave_out(*, recipient: Recipient, by: Person) -> None:
    """Take somebody off the list again, before they are asked.

    Refuses with NotYoursToSteward, NotNow or IsRequired.
    """
    held(recipient.hearing, by, State.PLANNED)
    if recipient.is_required:
        raise IsRequired(source=BY_LAW[Kind(recipient.kind)])
    recipient.delete()


@transaction.atomic
def lay_open(
    *,
    hearing: Hearing,
    by: Person,
    title: str,
    url: str = "",
    file: ContentFile[bytes] | None = None,
) -> Paper:
    """Let a paper lie open: a file, or a link to where it is.

    Refuses with NotYoursToSteward or NotNow.
    """
    hearing = held(hearing, by, State.PLANNED, State.OPEN)
    paper = Paper(municipality=hearing.municipality, hearing=hearing, title=title, url=url)
    if file is not None:
        paper.file.save(file.name or "paper.pdf", file, save=False)
    paper.save()
    return paper


@transaction.atomic
def take_away(*, paper: Paper, by: Person) -> None:
    """Take a paper away again, before the hearing opens.

    Refuses with NotYoursToSteward or NotNow.
    """
    held(paper.hearing, by, State.PLANNED)
    if paper.file:
        paper.file.delete(save=False)
    paper.delete()
