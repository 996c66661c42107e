"""The table: parties with what they say, options, the joint text, promises, meetings."""

from collections import Counter
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.addresses import address
from samskap.drafting.cards_items import money_facts
from samskap.initiatives.models import Commitment
from samskap.ledger.hands import side_of
from samskap.negotiations.cards.map import coverage_note, said_day
from samskap.negotiations.cards.promises import TONES, WORDS
from samskap.negotiations.models import Negotiation, Option, Party, Position, Stance
from samskap.negotiations.queries.mapping import Map
from samskap.negotiations.queries.promises import standing_of
from samskap.negotiations.queries.scarcity import Scarcity
from samskap.negotiations.reading import Table

State = Negotiation.State


def stages(negotiation: Negotiation) -> list[dict[str, Any]]:
    """The way of a table, for the stepper."""
    at = list(State).index(State(negotiation.state))
    return [
        {"title": state.label, "state": "done" if n < at else "now" if n == at else "next"}
        for n, state in enumerate(State)
    ]


def asked_now(found: Table) -> str:
    """The one form that this stage asks a party for; the others wait more quietly beside it."""
    if found.negotiation.state == State.AGREED:
        return "pledge"
    if found.edition is not None and any(each.pk not in found.assents for each in found.speaks_for):
        return "assent"
    said = any(found.positions.get(party.pk) for party in found.speaks_for)
    return "option" if said else "position"


def table_numbers(found: Table, charted: Map) -> list[dict[str, str]]:
    """The large figures of a table."""
    numbers = [
        {
            "value": str(len(found.seated)),
            "label": _("Parties at the table"),
            "note": _("%(first)s stood on the first list") % {"first": charted.first}
            if charted.first
            else "",
        },
        {"value": str(len(charted.meetings)), "label": _("Meetings"), "note": ""},
    ]
    if charted.percent is not None:
        numbers.insert(
            1,
            {
                "value": f"{charted.percent} %",
                "label": _("Coverage"),
                "note": coverage_note(charted),
                "url": address("negotiations:map", found.negotiation.initiative.slug),
            },
        )
    return numbers


def party_cards(found: Table) -> list[dict[str, Any]]:
    """Every party that sits at the table, with who speaks and what the reader may read of it."""
    mine = {party.pk for party in found.mine}
    return [
        {
            "key": party.pk,
            "name": party.name,
            "sort": party.get_sort_display(),
            "side": side_of(party.actor_kind),
            "is_mine": party.pk in mine,
            "is_ours": found.leads or party.pk in mine,
            "widens": found.widens(party),
            "later": party.joined_on if joined_later(party, found.negotiation) else None,
            "speakers": speakers_of(party, found),
            "positions": positions_of(found.positions.get(party.pk, [])),
            "leave_url": address("negotiations:leave", party.pk),
        }
        for party in found.seated
    ]


def speakers_of(party: Party, found: Table) -> list[dict[str, Any]]:
    """Who speaks for a party, by the name that others read.

    Who speaks for a faith community is shown to nobody but them and the mediator (GDPR art. 9).
    """
    is_ours = found.leads or any(each.pk == party.pk for each in found.mine)
    if party.organisation is not None and party.organisation.is_sensitive and not is_ours:
        return []
    return [
        {"name": seat.shown or _("A spokesperson"), "is_hidden": seat.is_hidden}
        for seat in found.seats.get(party.pk, ())
    ]


def joined_later(party: Party, negotiation: Negotiation) -> bool:
    """Whether a party came after the table had been opened."""
    opened = negotiation.opened_at
    return bool(opened and party.joined_on and party.joined_on > timezone.localdate(opened))


def positions_of(positions: list[Position]) -> list[dict[str, Any]]:
    """Interests first, then offers and limits, each with who may read it."""
    order = list(Position.Kind)
    return [
        {
            "key": each.pk,
            "kind": str(Position.Kind(each.kind).label).split(":")[0],
            "text": each.text,
            "lang": each.language,
            "readers": each.get_readers_display(),
            "is_open": each.readers == Position.Readers.ALL,
        }
        for each in sorted(positions, key=lambda each: order.index(Position.Kind(each.kind)))
    ]


def gone_rows(found: Table) -> list[dict[str, Any]]:
    """Parties that have left: when, what stays open; why only for those at the table."""
    sits = found.leads or bool(found.mine)
    return [
        {
            "at": party.left_on,
            "title": _("%(party)s has left the table") % {"party": party.name},
            "text": " ".join(filter(None, [party.left_because if sits else "", party.left_open])),
            "tone": "late",
        }
        for party in found.parties
        if not party.is_seated
    ]


def option_rows(found: Table) -> list[dict[str, Any]]:
    """Every option with how many can live with it, and who has not said anything yet."""
    rows = []
    seated = {party.pk for party in found.seated}
    for option in found.options:
        said = Counter(each.says for each in option.stances.all() if each.party_id in seated)
        mine = {party.pk for party in found.mine}
        answered = {each.party_id for each in option.stances.all()}
        rows.append(
            {
                "title": option.title,
                "lang": option.language,
                "url": address("negotiations:option", option.pk),
                "by": option.party.name if option.party else "",
                "live": said[Stance.Says.LIVE],
                "change": said[Stance.Says.CHANGE],
                "not": said[Stance.Says.NOT],
                "silent": len(seated) - sum(said.values()),
                "is_common": said[Stance.Says.LIVE] == len(seated) > 0,
                "waits": bool(mine - answered),
            }
        )
    return rows


def stance_rows(option: Option, found: Table) -> list[dict[str, Any]]:
    """What each party at the table says of one option."""
    said = {each.party_id: each for each in option.stances.all()}
    return [
        {
            "name": party.name,
            "says": said[party.pk].get_says_display() if party.pk in said else _("Has not said"),
            "reason": said[party.pk].reason if party.pk in said else "",
            "left": not party.is_seated,
        }
        for party in found.parties
        if party.is_seated or party.pk in said
    ]


def stance_chart(option: Option, found: Table) -> dict[str, Any] | None:
    """How many parties can live with it, as one bar."""
    seated = {party.pk for party in found.seated}
    said = Counter(each.says for each in option.stances.all() if each.party_id in seated)
    if not seated:
        return None
    live = said[Stance.Says.LIVE]
    return {
        "id": "stances",
        "title": _("Who can live with it"),
        "sentence": ngettext(
            "%(live)s of %(all)s party can live with it as it is.",
            "%(live)s of %(all)s parties can live with it as it is.",
            len(seated),
        )
        % {"live": live, "all": len(seated)},
        "unit": _("parties"),
        "categories": [_("Parties")],
        "series": [
            {"label": str(Stance.Says.LIVE.label), "tone": "ok", "values": [live]},
            {
                "label": str(Stance.Says.CHANGE.label),
                "tone": "sun",
                "values": [said[Stance.Says.CHANGE]],
            },
            {
                "label": str(Stance.Says.NOT.label),
                "tone": "late",
                "values": [said[Stance.Says.NOT]],
            },
            {
                "label": _("Has not said"),
                "tone": "soft",
                "values": [len(seated) - sum(said.values())],
            },
        ],
    }


def assent_rows(found: Table) -> list[dict[str, Any]]:
    """What each party says to the newest edition; why only for those who may read the table."""
    if found.edition is None:
        return []
    return [
        {
            "name": party.name,
            "says": found.assents[party.pk].get_says_display()
            if party.pk in found.assents
            else _("Has not said"),
            "reason": found.assents[party.pk].reason
            if party.pk in found.assents and found.is_read
            else "",
            "left": not party.is_seated,
        }
        for party in found.parties
        if party.is_seated or party.pk in found.assents
    ]


def pledge_rows(found: Table) -> list[dict[str, Any]]:
    """Every promise with its party and where it stands."""
    return [
        {
            "key": each.pk,
            "party": each.party.name,
            "what": each.commitment.what,
            "due": said_day(each.commitment.due_on),
            "standing": WORDS[standing_of(each.commitment)],
            "tone": TONES[standing_of(each.commitment)],
            "waits": found.leads and each.commitment.status == Commitment.Status.OFFERED,
        }
        for each in found.pledges
    ]


def meeting_rows(charted: Map) -> list[dict[str, Any]]:
    """The meetings of the initiative, and how many parties were seen at each."""
    seen: Counter[int] = Counter(event for events in charted.came.values() for event in events)
    return [
        {
            "title": each.title,
            "lang": each.language,
            "url": each.get_absolute_url(),
            "at": each.starts_at,
            "parties": seen[each.pk],
        }
        for each in charted.meetings
    ]


def plan_rows(found: Scarcity) -> list[dict[str, Any]]:
    """What each plan costs, beside what money there is for it."""
    return [
        {
            "title": document.title,
            "lang": document.language,
            "url": address("drafting:plan", document.pk),
            "facts": money_facts(sums),
        }
        for document, sums in found.plans
    ]
