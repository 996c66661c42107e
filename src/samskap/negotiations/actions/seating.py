"""Coming to the table: a mandate, a letter with a key, or the mediator’s pen; and leaving it."""

import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.base.mail import send_mail_later
from samskap.ledger.models import Channel
from samskap.negotiations.actions.holding import (
    actor_of,
    hand_of,
    happened,
    held_party,
    seated_for,
    tell_table,
)
from samskap.negotiations.actions.pledging import release_all
from samskap.negotiations.errors import (
    LetterHoldsNoMore,
    NotYourSeat,
    NotYoursToLead,
    PseudonymIsANameOfSomebody,
    PseudonymNeedsAPartyOfItsOwn,
    SayWhy,
    SeatedAlready,
    WaitsForAYes,
)
from samskap.negotiations.models import Behind, Party, Spokesperson
from samskap.negotiations.permissions import may_lead, may_sit_for
from samskap.people.models import Person
from samskap.people.permissions import require_level_for

KEY_DAYS = 60
SIT = "negotiations.sit"


@transaction.atomic
def sit_for(*, party: Party, by: Person) -> Spokesperson:
    """Take the seat of an organisation that was asked, with its mandate.

    Refuses with SignInNeeded, StrongerSignInNeeded, NotYourSeat, IsOver or SeatedAlready.
    """
    party = held_party(party)
    require_level_for(SIT, by, party.municipality)
    if not may_sit_for(by, party):
        raise NotYourSeat
    return sit_down(party, by=by, seat=Spokesperson(party=party, person=by))


@transaction.atomic
def seat(
    *,
    party: Party,
    by: Person,
    called: str,
    channel: str = Channel.PHONE,
    is_hidden: bool = False,
    behind: str = "",
    reach: str = "",
    why: str = "",
) -> Spokesperson:
    """Write down that somebody without an account sits for a party; the mediator writes for them.

    behind, reach, why  of a pseudonym: who it is, how to reach them, and why it is needed

    Refuses with NotYoursToLead, IsOver, WaitsForAYes, PseudonymIsANameOfSomebody or
    PseudonymNeedsAPartyOfItsOwn.
    """
    party = _led(party, by)
    new = new_seat(party, called, channel=channel, is_hidden=is_hidden, behind=behind)
    made = sit_down(party, by=by, seat=new)
    write_behind(made, behind=behind, reach=reach, why=why)
    return made


@transaction.atomic
def invite_to_seat(
    *,
    party: Party,
    by: Person,
    called: str = "",
    email: str = "",
    link: str,
    is_hidden: bool = False,
    behind: str = "",
    reach: str = "",
    why: str = "",
    on: date | None = None,
) -> str:
    """Make a letter with a key that lets one person take the seat; return the key.

    Whether an address belongs to somebody with an account is told to nobody, and it is not kept.

    link  the full address of the page on which the seat is taken; its last part becomes the key

    Refuses with NotYoursToLead, IsOver, WaitsForAYes, PseudonymIsANameOfSomebody or
    PseudonymNeedsAPartyOfItsOwn.
    """
    party = _led(party, by)
    key = secrets.token_urlsafe(16)
    new = new_seat(party, called, channel=Channel.WEB, is_hidden=is_hidden, behind=behind)
    new.key, new.key_until = digest_of(key), timezone.localdate() + timedelta(days=KEY_DAYS)
    new.save()
    write_behind(new, behind=behind, reach=reach, why=why)
    if party.invited_on is None:
        party.invited_on, party.invited_by = on or timezone.localdate(), by
        party.invited_how = gettext("by letter")
        party.save()
    happened("seat_offered", party, party.negotiation, by=by.pseudonym_key)
    if email.strip():
        with translation.override(party.municipality.default_language):
            subject = gettext("A seat at the table: %(matter)s") % {
                "matter": party.negotiation.matter
            }
            text = gettext(
                "You are asked to sit at the table where “%(matter)s” is talked over, for"
                " “%(party)s”.\n\nTake the seat here, before %(day)s: %(link)s"
            ) % {
                "matter": party.negotiation.matter,
                "party": party.name,
                "day": date_format(new.key_until),
                "link": link.replace("KEY", key),
            }
        send_mail_later(to=email.strip(), subject=subject, text=text)
    return key


@transaction.atomic
def take_seat(*, key: str, by: Person) -> Spokesperson:
    """Take the seat that a letter offers.

    Refuses with SignInNeeded, StrongerSignInNeeded, LetterHoldsNoMore, IsOver or SeatedAlready.
    """
    offered = seat_of_key(key, of=by)
    party = held_party(offered.party)
    require_level_for(SIT, by, party.municipality)
    fresh = Spokesperson.objects.filter(pk=offered.pk, key=offered.key).first()
    if fresh is None:
        raise LetterHoldsNoMore
    fresh.person, fresh.key, fresh.key_until = by, "", None
    return sit_down(party, by=by, seat=fresh)


@transaction.atomic
def turn_down(*, key: str, by: Person | None, reason: str = "") -> Party:
    """Say no to the seat that a letter offers. Refuses with LetterHoldsNoMore or IsOver."""
    offered = seat_of_key(key)
    party = held_party(offered.party)
    offered.delete()
    if not party.missing_because:
        party.missing_because = reason.strip()[:200]
        party.save()
    happened("seat_turned_down", party, party.negotiation, by=None)
    return party


@transaction.atomic
def leave(*, party: Party, by: Person, reason: str, stays_open: str = "", frees: bool) -> Party:
    """Leave the table: when, why and what stays open is on record, and nothing said is lost.

    frees  whether what the party promised and has not done is released; else it still holds

    Refuses with NotYourSeat, IsOver, NotAtTheTable or SayWhy.
    """
    party = seated_for(party, by)
    if not reason.strip():
        raise SayWhy
    words = reason.strip()
    if party.left_on is not None:  # a second time: the first stays on record
        words = f"{words}\n\n{party.left_on.isoformat()}: {party.left_because}"
    party.left_on, party.came_back_on = timezone.localdate(), None
    party.left_because, party.left_open = words, stays_open.strip()
    party.save()
    if frees:
        # Everybody reads it beside the promise; why they left is read at the table alone.
        gone = gettext("“{party}” has left the table.").format(party=party.name)
        release_all(party, by=by, says=party.left_open or gone)
    happened("party_left", party, party.negotiation, by=actor_of(by, party))
    tell_table(
        party.negotiation,
        kind="left",
        label=format_lazy(_("“{party}” has left the table."), party=party.name),
        text=party.left_open,
        but=by,
    )
    return party


def _led(party: Party, by: Person) -> Party:
    """Hold the table of a group on the map, for whoever leads there.

    Refuses with NotYoursToLead, IsOver or WaitsForAYes.
    """
    party = held_party(party)
    if not may_lead(by, party.negotiation):
        raise NotYoursToLead
    if party.asks_for_place:
        raise WaitsForAYes(party=party.name)
    return party


def digest_of(key: str) -> str:
    """What is kept of a key: enough to know it again, not enough to use it."""
    return hashlib.sha256(key.encode()).hexdigest()


def seat_of_key(key: str, of: Person | None = None) -> Spokesperson:
    """The seat that a key opens. Refuses with LetterHoldsNoMore or SeatedAlready."""
    rows = Spokesperson.objects.select_related("party__negotiation__initiative__municipality")
    open_ones = rows.filter(key=digest_of(key), key_until__gte=timezone.localdate())
    found: Spokesperson | None = open_ones.first()
    if found is None:
        raise LetterHoldsNoMore
    if of is not None and found.party.spokespersons.filter(person=of).exists():
        raise SeatedAlready(party=found.party.name)
    return found


def new_seat(
    party: Party, called: str, *, channel: str, is_hidden: bool, behind: str
) -> Spokesperson:
    """Make a seat; a pseudonym must hide what it is there to hide."""
    if is_hidden and party.organisation_id is not None:
        raise PseudonymNeedsAPartyOfItsOwn(party=party.name)
    words = {word for word in behind.casefold().split() if len(word) > 1}
    shown = {*called.casefold().split(), *party.name.casefold().split()}
    if is_hidden and (not called.strip() or words & shown):
        raise PseudonymIsANameOfSomebody
    return Spokesperson(
        municipality=party.municipality,
        party=party,
        called=called.strip(),
        channel=channel,
        is_hidden=is_hidden,
    )


def write_behind(seat: Spokesperson, *, behind: str, reach: str, why: str) -> None:
    """Write down who is behind a pseudonym, where only the mediator reads it."""
    if seat.is_hidden:
        Behind.objects.create(
            municipality=seat.municipality,
            spokesperson=seat,
            name=behind.strip(),
            reach=reach.strip(),
            why=why.strip(),
        )


def sit_down(party: Party, *, by: Person, seat: Spokesperson) -> Spokesperson:
    """Let somebody sit down, and their party with them."""
    if seat.person is not None:
        others = party.spokespersons.exclude(pk=seat.pk).filter(person=seat.person)
        if others.exists():
            raise SeatedAlready(party=party.name)
    today = timezone.localdate()
    seat.municipality, seat.joined_at = party.municipality, timezone.now()
    seat.save()
    party.joined_on, party.came_on = party.joined_on or today, party.came_on or today
    party.invited_on = party.invited_on or today
    if party.left_on is not None:
        party.came_back_on = today
    party.save()
    if seat.is_hidden or seat.person is None:
        hand_of(party, by=by)  # so that the party can be ticked at meetings by its name
    document = party.negotiation.document
    if document is not None and seat.person is not None and not seat.is_hidden:
        document.writers.add(seat.person)
    happened("party_seated", party, party.negotiation, by=actor_of(by, party))
    tell_table(
        party.negotiation,
        kind="seated",
        label=format_lazy(
            _("“{party}” sits at the table: {matter}"),
            party=party.name,
            matter=party.negotiation.matter,
        ),
        but=by,
    )
    return seat
