"""Saying what one needs, gives and cannot; laying options, and saying who can live with them."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.base.finding import let_go
from samskap.ledger import actions as ledger
from samskap.ledger.models import Channel, Contribution, Standing
from samskap.negotiations.actions.holding import (
    actor_of,
    hand_of,
    happened,
    held,
    held_party,
    seated_for,
    tell_table,
)
from samskap.negotiations.errors import NotYourSeat, NotYoursToLead, SayWhy
from samskap.negotiations.models import Negotiation, Option, Party, Position, Stance
from samskap.negotiations.permissions import (
    may_lead,
    may_read_position,
    may_speak_at,
    may_widen,
    readable,
)
from samskap.people.models import Person

Readers = Position.Readers
WIDTH = [Readers.MEDIATOR, Readers.PARTIES, Readers.ALL]  # the fewest readers first


@transaction.atomic
def put_position(
    *,
    party: Party,
    by: Person,
    kind: str,
    text: str,
    language: str,
    readers: str = Readers.PARTIES,
    channel: str = Channel.WEB,
) -> Position:
    """Put an interest, an offer or a limit on the table, and say who may read it.

    What everybody may read is a row of the ledger, as any statement; what is confidential leaves
    no trace there (decision 121).

    Refuses with NotYourSeat, IsOver or NotAtTheTable.
    """
    party = seated_for(party, by)
    same = {"kind": kind, "text": text.strip(), "withdrawn_at": None}
    said: Position | None = party.positions.filter(**same).first()
    if said is not None:  # a second press of the button
        return said
    row = None
    if readers == Readers.ALL:
        row = _give(party, by=by, kind="statement", caption=text, channel=channel)
    position = Position.objects.create(
        municipality=party.municipality,
        party=party,
        kind=kind,
        text=text.strip(),
        language=language,
        readers=readers,
        channel=channel,
        contribution=row,
    )
    happened("position_put", position, party.negotiation, by=actor_of(by, party))
    return position


@transaction.atomic
def open_position(*, position: Position, by: Person, readers: str) -> Position:
    """Let more or fewer read what one put; what everybody has read stays in the ledger’s count.

    Only the party itself lets more read it, or the mediator where nobody who speaks for the party
    has an account; whoever leads in the mediator’s place changes nothing that they may not read.

    Refuses with NotYourSeat, IsOver or NotAtTheTable.
    """
    party = seated_for(position.party, by)
    position = Position.objects.select_related("contribution").get(pk=position.pk)
    position.party = party
    is_wider = WIDTH.index(Readers(readers)) > WIDTH.index(Readers(position.readers))
    if not may_read_position(by, position) or (is_wider and not may_widen(by, party)):
        raise NotYourSeat
    if readers == Readers.ALL and position.contribution_id is None:
        position.contribution = _give(
            party, by=by, kind="statement", caption=position.text, channel=position.channel
        )
    if readers != Readers.ALL and position.contribution is not None:
        _uncaption(position.contribution)
        position.contribution = None
    position.readers = readers
    position.save()
    happened("position_opened", position, party.negotiation, by=actor_of(by, party))
    return position


@transaction.atomic
def withdraw_position(*, position: Position, by: Person) -> None:
    """Take a position back; its words disappear. Refuses with NotYourSeat or IsOver."""
    party = held_party(position.party)
    position.party = party
    if not may_speak_at(by, party) or not may_read_position(by, position):
        raise NotYourSeat
    if position.contribution is not None:
        _uncaption(position.contribution)
    position.text, position.withdrawn_at = "", timezone.now()
    position.save()
    happened("position_withdrawn", position, party.negotiation, by=actor_of(by, party))


@transaction.atomic
def lay_option(
    *,
    negotiation: Negotiation,
    by: Person,
    title: str,
    text: str = "",
    language: str,
    party: Party | None = None,
    meets: Iterable[Position] = (),
    channel: str = Channel.WEB,
) -> Option:
    """Lay a way out on the table, for a party or for the whole table.

    meets  the interests that it meets, of those that whoever lays it may read

    Refuses with NotYourSeat, NotYoursToLead, IsOver or NotAtTheTable.
    """
    negotiation = held(negotiation)
    row = None
    same = {"title": title.strip(), "party": party, "withdrawn_at": None}
    laid: Option | None = negotiation.options.filter(**same).first()
    if laid is not None:  # a second press of the button
        return laid
    if party is not None:
        party = seated_for(party, by)
        if negotiation.is_open:
            row = _give(party, by=by, kind="idea", caption=title, channel=channel)
    elif not may_lead(by, negotiation):
        raise NotYoursToLead
    option: Option = Option.objects.create(
        municipality=negotiation.municipality,
        negotiation=negotiation,
        title=title.strip(),
        text=text.strip(),
        language=language,
        party=party,
        contribution=row,
    )
    option.meets.set(readable_interests(negotiation, by, party, meets))
    if row is not None:
        ledger.lead_to(row, address("negotiations:option", option.pk))
    actor = actor_of(by, party) if party else by.pseudonym_key
    happened("option_laid", option, negotiation, by=actor)
    tell_table(
        negotiation,
        kind="option",
        label=_("There is a new option on the table. Say whether you can live with it."),
        text=option.title,
        path=address("negotiations:option", option.pk),
        but=by,
    )
    return option


def readable_interests(
    negotiation: Negotiation, by: Person, party: Party | None, meets: Iterable[Position]
) -> list[Position]:
    """Those interests of a table among these that somebody may read."""
    mine = [party] if party else []
    keys = [position.pk for position in meets]
    found = Position.objects.filter(
        readable(by, negotiation, mine),
        party__negotiation=negotiation,
        kind=Position.Kind.INTEREST,
        withdrawn_at=None,
        pk__in=keys,
    )
    return list(found)


@transaction.atomic
def say(*, option: Option, party: Party, by: Person, says: str, reason: str = "") -> Stance:
    """Say whether a party can live with an option; the last word counts.

    Refuses with NotYourSeat, IsOver, NotAtTheTable or SayWhy.
    """
    party = seated_for(party, by)
    if option.negotiation_id != party.negotiation_id:
        raise NotYourSeat
    if says != Stance.Says.LIVE and not reason.strip():
        raise SayWhy
    stance, _new = Stance.objects.update_or_create(
        option=option,
        party=party,
        defaults={
            "municipality": party.municipality,
            "says": says,
            "reason": reason.strip(),
            "at": timezone.now(),
        },
    )
    happened("stance_taken", stance, party.negotiation, by=actor_of(by, party))
    return stance


@transaction.atomic
def withdraw_option(*, option: Option, by: Person) -> None:
    """Take an option off the table: whoever laid it, or the mediator. It stays readable.

    Refuses with NotYourSeat, NotYoursToLead or IsOver.
    """
    negotiation = held(option.negotiation)
    party = option.party
    if party is None and not may_lead(by, negotiation):
        raise NotYoursToLead
    if party is not None and not may_speak_at(by, party):
        raise NotYourSeat
    option.withdrawn_at = timezone.now()
    option.save()
    let_go(option)
    actor = actor_of(by, party) if party else by.pseudonym_key
    happened("option_withdrawn", option, negotiation, by=actor)


def _give(party: Party, *, by: Person, kind: str, caption: str, channel: str) -> Contribution:
    """Write a row of the ledger in the name of a party; nobody owes it an answer."""
    initiative = party.negotiation.initiative
    row: Contribution = ledger.give(
        account=initiative.account,
        hand=hand_of(party, by=by, channel=channel),
        phase=initiative.phase,
        kind=kind,
        is_independent=False,
        caption=caption.strip(),
        path=party.negotiation.get_absolute_url(),
    )
    return row


def _uncaption(row: Contribution) -> None:
    """Let the words of a row be gone."""
    Standing.objects.filter(pk=row.pk).update(caption="")
