"""Tables and notes as the design wants them: plain words, ready to show."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.ledger.cards import fate_of
from samskap.ledger.models import ActorKind
from samskap.meetings.cards import few
from samskap.meetings.methods import name_of
from samskap.meetings.models import Note, Running, Table
from samskap.meetings.queries.workload import STAGES


def table_card(table: Table) -> dict[str, Any]:
    """One table: who sat there in numbers, and what became of each note."""
    notes = list(table.notes.all())
    waiting = [note for note in notes if note.is_waiting]
    title = _("Table %(number)s") % {"number": table.number}
    return {
        "pk": table.pk,
        "number": table.number,
        "title": f"{title}: {table.name}" if table.name else title,
        "side": table.actor_kind,
        "sat": sat_in_words(table),
        "settled": [line_of(note) for note in notes if not note.is_waiting],
        "waiting": waiting,
        "waits": waits_in_words(len(waiting)),
    }


def line_of(note: Note) -> dict[str, Any]:
    """What became of one note; words that never became public are not shown."""
    if note.contribution is None:
        return {"aside": note.set_aside_because}
    standing = note.contribution.standing
    return {
        "title": standing.caption,
        "url": standing.path,
        "is_alike": not note.is_first,
        "lang": note.language,
        "fate": fate_of(standing),
    }


def sat_in_words(table: Table) -> str:
    """Say how many sat at a table and from where; nothing where nobody has said."""
    if table.seated is None:
        return ""
    words = [ngettext("{n} sat there", "{n} sat there", table.seated).format(n=few(table.seated))]
    if table.seated_new:
        words.append(_("{n} for the first time").format(n=few(table.seated_new)))
    if table.from_public:
        label = (
            _("{n} from the municipality and the council, who listened")
            if table.listened
            else _("{n} from the municipality and the council")
        )
        words.append(label.format(n=few(table.from_public)))
    words.append(str(ActorKind(table.actor_kind).label))
    return " · ".join(words)


def waits_in_words(waiting: int) -> str:
    """Say how many notes nobody has gone through."""
    if not waiting:
        return ""
    return ngettext(
        "{n} note waits to be gone through.", "{n} notes wait to be gone through.", waiting
    ).format(n=waiting)


def summed_up(tables: Iterable[dict[str, Any]]) -> str:
    """Say in one sentence what became of all notes; nothing before the first is settled."""
    lines = [line for table in tables for line in table["settled"]]
    if not lines:
        return ""
    became = len({line["url"] for line in lines if "url" in line})
    aside = sum("aside" in line for line in lines)
    notes = ngettext("{n} note was gone through", "{n} notes were gone through", len(lines))
    into = ngettext("{n} contribution came of it", "{n} contributions came of them", became)
    said = f"{notes.format(n=len(lines))}: {into.format(n=became)}"
    if aside:
        more = ngettext("{n} was set aside", "{n} were set aside", aside).format(n=aside)
        said = f"{said}, {more}"
    return f"{said}."


def running_facts(running: Running | None) -> list[tuple[str, str]]:
    """With which method an event was run, and the hours of staff and of volunteers."""
    if running is None:
        return []
    facts = []
    if method := name_of(running.method):
        facts.append((_("Method"), str(method)))
    if running.learnt:
        facts.append((_("What we learnt about it"), running.learnt))
    for who, label in (("staff", _("Hours of staff")), ("volunteers", _("Hours of volunteers"))):
        before, during, after = (
            number_format(getattr(running, f"{who}_{stage}").normalize()) for stage in STAGES
        )
        if (before, during, after) != ("0", "0", "0"):
            words = _("{before} before, {during} during, {after} after")
            facts.append((label, words.format(before=before, during=during, after=after)))
    return facts
