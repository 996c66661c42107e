"""The frame sheet: a new version for each change, and partners who confirm it (S1:33.2)."""

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import ask_leave, locked
from samskap.initiatives.errors.frames import (
    FrameIsEmpty,
    NewerFrame,
    NothingChanged,
    OnlyPartnersConfirm,
    SayWhatChanged,
)
from samskap.initiatives.models import Frame, FrameReading, Initiative, Partner
from samskap.initiatives.models.partnership import carried_by
from samskap.ledger.actions import touch
from samskap.notices.actions import tell
from samskap.people.models import Person

LINES = ("open", "negotiable", "fixed", "money", "law", "time", "who_decides")


@transaction.atomic
def write_frame(*, initiative: Initiative, by: Person, why_new: str = "", **lines: str) -> Frame:
    """Write a new version of the frame; the old ones stay as they were.

    lines  open, negotiable, fixed, money, law, time, who_decides; several things on lines of
           their own. What is not named is taken over from the last version

    Refuses with NotYoursToChange, FrameIsEmpty, NothingChanged or SayWhatChanged.
    """
    initiative = locked(initiative)
    ask_leave(initiative, by)
    last = initiative.frames.order_by("-version").first()
    said = {
        name: lines[name].strip() if name in lines else getattr(last, name, "") for name in LINES
    }
    if not any(said.values()):
        raise FrameIsEmpty
    if last is not None:
        if all(said[name] == getattr(last, name) for name in LINES):
            raise NothingChanged(version=last.version)
        if not why_new.strip():
            raise SayWhatChanged

    frame = Frame.objects.create(
        municipality=initiative.municipality,
        initiative=initiative,
        version=last.version + 1 if last else 1,
        why_new=why_new.strip(),
        by=by,
        **said,
    )
    remember("initiatives.frame_written", by=by.pseudonym_key, about=frame, within=initiative)
    touch(initiative.account)
    _tell_partners(frame, but=by)
    return frame


@transaction.atomic
def confirm_frame(*, frame: Frame, by: Person) -> list[FrameReading]:
    """Confirm that the partners one stands for have read the frame.

    Pressing twice confirms once. Refuses with OnlyPartnersConfirm or NewerFrame.
    """
    partners = frame.initiative.partners.filter(carried_by(by), status=Partner.Status.JOINED)
    if not (mine := list(partners)):
        raise OnlyPartnersConfirm
    if frame.initiative.frames.filter(version__gt=frame.version).exists():
        raise NewerFrame
    readings, is_new = [], False
    for partner in mine:
        reading, created = FrameReading.objects.get_or_create(
            frame=frame,
            partner=partner,
            defaults={"municipality": frame.municipality, "by": by},
        )
        readings.append(reading)
        is_new |= created
    if is_new:
        remember(
            "initiatives.frame_read", by=by.pseudonym_key, about=frame, within=frame.initiative
        )
        touch(frame.initiative.account)
    return readings


def _tell_partners(frame: Frame, *, but: Person) -> None:
    """Let every partner hear that the frame has changed."""
    joined = frame.initiative.partners.filter(status=Partner.Status.JOINED)
    people = {
        person.pk: person
        for partner in joined.select_related("person", "contact")
        if (person := partner.contact or partner.person) and person.pk != but.pk
    }
    for person in people.values():
        tell(
            person=person,
            municipality=frame.municipality,
            kind="initiatives.frame_written",
            label=format_lazy(
                _("“{initiative}” has a new version of its frame. Confirm that you read it."),
                initiative=frame.initiative.title,
            ),
            text=frame.why_new,
            path=f"{frame.initiative.get_absolute_url()}frame/",
        )
