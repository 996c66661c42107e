"""Proposals as the design wants them: plain words and figures, ready to show."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from samskap.design.clocks import as_day
from samskap.kernels.deadlines import months_later
from samskap.kernels.thresholds import Scheme, Threshold
from samskap.proposals.models import (
    NOT_ADMITTED,
    WITH_COUNCIL,
    Measure,
    Proposal,
    State,
    Step,
    Validity,
)
from samskap.proposals.queries.alike import Alike

TONES = {
    State.THRESHOLD_MET: "ok",
    State.ACCEPTED: "ok",
    State.INFORMED: "ok",
    State.FOLLOWED_UP: "ok",
    State.EXPIRED: "late",
    State.WITHDRAWN: "late",
    **dict.fromkeys(NOT_ADMITTED, "late"),
}
MOVED_BY = {
    "saturday": gettext_lazy("a Saturday"),
    "sunday": gettext_lazy("a Sunday"),
    "public_holiday": gettext_lazy("a public holiday"),
    "closed_day": gettext_lazy("a day that counts as a holiday"),
}
ADULT = 18  # years; the name of anybody younger is never shown on a proposal


def in_digits(number: int) -> str:
    """A number as the reader writes it."""
    return number_format(number, use_l10n=True, force_grouping=number >= 10_000)


def made_by(proposal: Proposal) -> str:
    """Who made it, as others may know: an organisation, or a grown-up by the name they chose."""
    if proposal.speaking_for is not None:
        return proposal.speaking_for.name
    person = proposal.proposer
    age = person.age_on(timezone.localdate()) if person else None
    if person is None or age is None or age < ADULT:
        return _("A resident")
    return person.shown_name


def tile_of(proposal: Proposal, counts: Mapping[str, int], needed: int) -> dict[str, Any]:
    """A proposal in a list: what it asks for, how it stands, how many stand behind it."""
    valid = counts[Validity.VALID]
    return {
        "title": proposal.title,
        "lang": proposal.language,
        "url": proposal.get_absolute_url(),
        "eyebrow": proposal.get_state_display(),
        "text": signed_in_words(valid, needed),
    }


def signed_in_words(valid: int, needed: int) -> str:
    """How many of how many."""
    words = ngettext(
        "%(valid)s of %(needed)s signature that is needed",
        "%(valid)s of %(needed)s signatures that are needed",
        needed,
    )
    return words % {"valid": in_digits(valid), "needed": in_digits(needed)}


def numbers_of(
    proposal: Proposal, counts: Mapping[str, int], needed: Threshold
) -> list[dict[str, str]]:
    """The large figures: signatures that count, how many are needed, and why so many."""
    return [
        {
            "value": in_digits(counts[Validity.VALID]),
            "label": _("Valid signatures"),
            "note": _("%(all)s in all, with those that do not count")
            % {"all": in_digits(sum(counts.values()))},
        },
        {
            "value": in_digits(needed.signatures),
            "label": _("Needed"),
            "note": why_so_many(needed),
        },
    ]


def why_so_many(needed: Threshold) -> str:
    """What decides the number, and the count of residents that it rests on."""
    if needed.population is None:
        if needed.by == "unknown":
            return _("The number that always suffices: nobody has been counted here yet.")
        return _("The number that always suffices.")
    facts = {
        "persons": in_digits(needed.population.persons),
        "day": date_format(needed.population.counted_on, _("j F Y")),
    }
    if needed.by == "share":
        return _("A share of %(persons)s residents, counted on %(day)s.") % facts
    return _("The number that always suffices; %(persons)s residents, counted on %(day)s.") % facts


def source_of(scheme: Scheme) -> str:
    """Where the rules come from, in the reader’s words."""
    if scheme.is_law:
        return _(
            "Source: kommuneloven § 12-1. Two percent of the residents, but 300 in a municipality"
            " or 500 in a county always suffice; the council takes a position within six months."
        )
    return _("Source: the municipality’s own rules. The law gives none for it.")


def progress_chart(counts: Mapping[str, int], needed: int) -> dict[str, Any]:
    """How far it is to enough, as one bar."""
    valid = counts[Validity.VALID]
    return {
        "id": "progress",
        "title": _("How far it is"),
        "sentence": signed_in_words(valid, needed),
        "unit": "",
        "categories": [_("Signatures")],
        "series": [
            {"label": _("Valid signatures"), "tone": "ok", "values": [valid]},
            {"label": _("Still needed"), "tone": "soft", "values": [max(needed - valid, 0)]},
        ],
    }


def validity_chart(counts: Mapping[str, int]) -> dict[str, Any]:
    """All signatures by whether they count, and why not."""
    some = [validity for validity in Validity if counts[validity] or validity == Validity.VALID]
    return {
        "id": "validity",
        "title": _("All signatures, and whether they count"),
        "unit": "",
        "is_stacked": False,
        "categories": [str(validity.label) for validity in some],
        "series": [
            {
                "label": _("Signatures"),
                "tone": "fjord",
                "values": [counts[validity] for validity in some],
            }
        ],
    }


def deadline_facts(proposal: Proposal) -> list[tuple[str, str]]:
    """Every day that matters: signing, the law’s last day and why it is that one, the promise."""
    facts = []
    if proposal.window_ends_on:
        facts.append((_("Last day to sign"), day_in_words(proposal.window_ends_on)))
    if proposal.submitted_on:
        facts.append((_("Submitted"), day_in_words(proposal.submitted_on)))
    if proposal.legal_due_on:
        facts.append((_("The law’s last day"), legal_day(proposal)))
    if proposal.referred_on:
        facts.append((_("Referred to a plan case"), day_in_words(proposal.referred_on)))
    if proposal.promised_on and proposal.promised_on != proposal.legal_due_on:
        facts.append((_("Promised answer"), day_in_words(proposal.promised_on)))
    if proposal.answered_on:
        facts.append((pgettext("a proposal", "Decided"), day_in_words(proposal.answered_on)))
    return facts


def legal_day(proposal: Proposal) -> str:
    """The law’s last day, and why it is not six months later by its number."""
    assert proposal.legal_due_on is not None  # noqa: S101 - asked where there is one
    day = day_in_words(proposal.legal_due_on)
    if proposal.legal_moved_by and proposal.submitted_on:
        counted = months_later(proposal.submitted_on, 6)
        why = MOVED_BY[proposal.legal_moved_by]
        return _("%(day)s, as %(counted)s is %(why)s") % {
            "day": day,
            "counted": day_in_words(counted),
            "why": why,
        }
    return day


def day_in_words(day: date) -> str:
    """A day in words."""
    return date_format(as_day(day), _("j F Y"))


def history_of(steps: Iterable[Step], *, names: bool) -> list[dict[str, Any]]:
    """Every step, with its reason and who took it.

    names  whether whoever reads may know who; others read who held the pen for the council
    """
    return [
        {
            "at": step.at,
            "title": step.get_after_display(),
            "text": _why(step),
            "who": _who(step, names=names),
            "tone": TONES.get(State(step.after), ""),
        }
        for step in steps
    ]


COUNTED = re.compile(r"(?P<valid>\d+) / (?P<needed>\d+)")  # what is kept where signatures moved it


def _why(step: Step) -> str:
    """The reason of a step; where signatures were counted it says so in words."""
    counted = COUNTED.fullmatch(step.reason)
    if counted is None:
        return step.reason
    return _("Valid signatures: %(valid)s. Needed: %(needed)s.") % counted.groupdict()


PUBLIC_STEPS = (State.TREATED, State.DECIDED, State.REFERRED, State.ACCEPTED, *NOT_ADMITTED)


def _who(step: Step, *, names: bool) -> str:
    """Who took a step: a name where it was taken for the council, or where names may be read."""
    if step.by is None:
        return _("By the clock")
    if names or step.after in PUBLIC_STEPS:
        return step.by.shown_name
    return ""


def measure_lines(measures: Iterable[Measure]) -> list[dict[str, Any]]:
    """Measures with whether they were kept or are late."""
    lines = []
    for each in measures:
        if each.was_kept:
            standing, tone = _("Done in time"), "ok"
        elif each.done_on is not None:
            standing, tone = _("Done late"), "late"
        elif each.is_late:
            standing, tone = _("Late"), "late"
        else:
            standing, tone = _("To be done"), ""
        lines.append(
            {
                "at": each.done_on or each.due_on,
                "title": each.what,
                "text": f"{standing}. {each.says}".strip(),
                "tone": tone,
            }
        )
    return lines


WHAT = {
    "proposal": gettext_lazy("a citizens’ proposal"),
    "treated": gettext_lazy("answered by the council"),
}


def alike_lines(found: Iterable[Alike]) -> list[dict[str, str]]:
    """What says nearly the same, as links with what became of it."""
    return [
        {
            "title": each.title,
            "url": each.url,
            "says": f"{WHAT[each.what]}, {day_in_words(each.on)}: {each.state}",
        }
        for each in found
    ]


def waits_for_council(proposal: Proposal) -> bool:
    """Whether the council owes an answer."""
    return proposal.state in WITH_COUNCIL
