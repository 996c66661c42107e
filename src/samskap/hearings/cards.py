"""Hearings as the design wants them: plain words and figures, ready to show."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samskap.base.addresses import address
from samskap.base.text import as_html
from samskap.design.clocks import as_day
from samskap.hearings.models import Hearing, HearingStatement, Recipient, State
from samskap.hearings.queries.deadlines import preset_of
from samskap.hearings.queries.hearings import Progress
from samskap.hearings.queries.statements import Alike
from samskap.hearings.words import MOVED_BY, PRESETS
from samskap.ledger.cards import author_of


def in_digits(number: int) -> str:
    """A number as the reader writes it."""
    return number_format(number, use_l10n=True, force_grouping=number >= 10_000)


def day_in_words(day: date) -> str:
    """A day in words."""
    return date_format(as_day(day), _("j F Y"))


def tile_of(hearing: Hearing, progress: Progress) -> dict[str, Any]:
    """A hearing in a list: how it stands, until when, and how many have spoken."""
    return {
        "title": hearing.title,
        "lang": hearing.language,
        "url": hearing.get_absolute_url(),
        "eyebrow": hearing.get_state_display(),
        "text": until_in_words(hearing),
        "note": progress_in_words(progress),
    }


def until_in_words(hearing: Hearing) -> str:
    """Until when it is open, or was."""
    day = day_in_words(hearing.closes_on)
    if hearing.state == State.PLANNED:
        return _("Opens on %(day)s") % {"day": day_in_words(hearing.opens_on)}
    if hearing.state == State.OPEN:
        return _("Open until %(day)s") % {"day": day}
    return _("Was open until %(day)s") % {"day": day}


def progress_in_words(progress: Progress) -> str:
    """How many statements came in, and how many of them are answered."""
    words = ngettext(
        "%(n)s statement, %(answered)s answered",
        "%(n)s statements, %(answered)s answered",
        progress.in_all,
    )
    return words % {"n": in_digits(progress.in_all), "answered": in_digits(progress.answered)}


def numbers_of(hearing: Hearing, progress: Progress) -> list[dict[str, str]]:
    """The large figures: how many came in, and how many have an answer."""
    notes = []
    if progress.late:
        words = ngettext("%(n)s of them late", "%(n)s of them late", progress.late)
        notes.append(words % {"n": in_digits(progress.late)})
    if progress.withheld:
        words = ngettext("%(n)s withheld by law", "%(n)s withheld by law", progress.withheld)
        notes.append(words % {"n": in_digits(progress.withheld)})
    return [
        {
            "value": in_digits(progress.in_all),
            "label": pgettext("hearing", "Statements"),
            "note": ", ".join(notes),
        },
        {
            "value": in_digits(progress.answered),
            "label": pgettext("statements", "Answered"),
            "note": _("of %(all)s") % {"all": in_digits(progress.in_all)},
        },
    ]


def answered_chart(progress: Progress) -> dict[str, Any]:
    """How far the answers are, as one bar."""
    return {
        "id": "answers",
        "title": _("How far the answers are"),
        "sentence": progress_in_words(progress),
        "unit": "",
        "categories": [pgettext("hearing", "Statements")],
        "series": [
            {"label": pgettext("statements", "Answered"), "tone": "ok",
             "values": [progress.answered]},
            {"label": _("Without an answer"), "tone": "soft", "values": [progress.unanswered]},
        ],
    }  # fmt: skip


def day_facts(hearing: Hearing) -> list[tuple[str, str]]:
    """What kind of matter it is, the law’s days, and the days that hold."""
    preset = preset_of(hearing)
    facts = [
        (_("Kind of matter"), str(PRESETS[hearing.preset])),
        (_("Opens"), day_in_words(hearing.opens_on)),
        (_("Last day"), day_in_words(hearing.closes_on)),
        (_("How long"), how_long(hearing)),
    ]
    if hearing.law_closes_on:
        facts.append((_("Earliest last day by law"), law_day(hearing)))
    if preset.source:
        facts.append((_("Source"), preset.source))
    if hearing.inspected_at:
        facts.append((_("The papers on paper"), hearing.inspected_at))
    return facts


def how_long(hearing: Hearing) -> str:
    """How many days people have, the day it opens not counted."""
    days = (hearing.closes_on - hearing.opens_on).days
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def law_day(hearing: Hearing) -> str:
    """The earliest last day by law, and why it is not the one by the number of weeks."""
    assert hearing.law_closes_on is not None  # noqa: S101 - asked where there is one
    day = day_in_words(hearing.law_closes_on)
    if not hearing.law_moved_by:
        return day
    counted = hearing.opens_on + timedelta(weeks=preset_of(hearing).weeks)
    return _("%(day)s, as %(counted)s is %(why)s") % {
        "day": day,
        "counted": day_in_words(counted),
        "why": MOVED_BY[hearing.law_moved_by],
    }


def asked_lines(recipients: Iterable[Recipient], *, names: bool = False) -> list[dict[str, Any]]:
    """Who was asked, how and when, and whether they answered.

    names  whether whoever reads may know the names of neighbours
    """
    return [
        {
            "pk": each.pk,
            "name": (names and each.name) or each.shown_name,
            "kind": each.get_kind_display(),
            "way": each.get_way_display(),
            "people": each.people,
            "invited_on": each.invited_on,
            "is_required": each.is_required,
            "said": each.said,  # type: ignore[attr-defined]
        }
        for each in recipients
    ]


def statement_card(statement: HearingStatement, *, whole: bool = False) -> dict[str, Any]:
    """A statement as everybody may read it; as it was written for those who may read it whole."""
    words = statement.text if whole else statement.readable
    notes = [statement.get_way_display()]
    if statement.is_late:
        notes.append(_("came after the last day"))
    if not statement.is_open:
        notes.append(_("withheld: %(basis)s") % {"basis": statement.basis})
    if statement.changed_at:
        notes.append(_("changed by whoever gave it"))
    if statement.attachment:
        notes.append(_("with an attachment"))
    title = _("Statement %(number)s") % {"number": statement.number}
    return {
        "title": title,
        "text": as_html(words) if words else _("Withheld by law; it is counted and answered."),
        "lang": statement.language if words else "",
        "url": address("hearings:statement", statement.hearing.slug, statement.number),
        "at": as_day(statement.received_on),
        "author": whose(statement) if statement.is_open or whole else None,
        "note": " · ".join(str(note) for note in notes),
        "fate": fate_of(statement),
    }


def whose(statement: HearingStatement) -> dict[str, Any]:
    """Who gave a statement, as everybody may know; whoever was asked by name has that name."""
    author = author_of(statement.contribution, in_full=True)
    recipient = statement.recipient
    if recipient is not None and recipient.kind != Recipient.Kind.NEIGHBOUR:
        author["name"] = recipient.shown_name
        author["speaks_for"] = ""
    return author


def to_tell_line(statement: HearingStatement) -> dict[str, Any]:
    """Who is written to or called, where, and what they are told."""
    giver, answer = statement.contribution.giver, statement.answer
    return {
        "number": statement.number,
        "url": statement.get_absolute_url(),
        "name": giver.name or whose(statement)["name"],
        "reach": giver.reach,
        "status": answer.get_status_display() if answer else "",
        "text": answer.text if answer else "",
        "changes": answer.changes if answer else "",
    }


def fate_of(statement: HearingStatement) -> dict[str, Any]:
    """What became of a statement, with the assessment and what is changed."""
    answer = statement.answer
    if answer is None:
        due_on = statement.contribution.standing.answer_due_on
        return {"state": "waiting", "due_on": due_on} if due_on else {"state": "received"}
    return {
        "state": answer.status,
        "text": _("Changed: %(changes)s") % {"changes": answer.changes} if answer.changes else "",
        "reason": answer.text,
    }


def group_card(group: Alike) -> dict[str, Any]:
    """Statements that say nearly the same, the first one shown whole."""
    first = group.first
    words = ngettext(
        "%(n)s statement that says this",
        "%(n)s statements that say nearly this",
        len(group.statements),
    )
    return {
        "card": statement_card(first, whole=True),
        "many": words % {"n": in_digits(len(group.statements))},
        "is_several": len(group.statements) > 1,
        "each": [
            {"pk": each.pk, "number": each.number, "name": whose(each)["name"]}
            for each in group.statements
        ],
    }
