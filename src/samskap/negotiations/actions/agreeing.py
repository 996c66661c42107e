"""The steps of a table: open it, write one text, say yes to it, agree, close."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.drafting.actions import propose_paragraph, start_document
from samskap.drafting.models import Change, Document
from samskap.ledger.models import Channel
from samskap.negotiations.actions.asking import turn_all_away
from samskap.negotiations.actions.holding import (
    actor_of,
    happened,
    held,
    pen_for,
    seated_for,
    tell_table,
)
from samskap.negotiations.actions.reviewing import plan_review
from samskap.negotiations.errors import (
    HasAJointText,
    NoJointText,
    NotAllAgree,
    NotYoursToLead,
    RuleDoesNotFit,
    SayWhy,
    TextNeedsAnEdition,
    TooFewParties,
)
from samskap.negotiations.models import Assent, Negotiation, Party
from samskap.negotiations.permissions import may_lead
from samskap.negotiations.queries.negotiations import rules_for
from samskap.negotiations.queries.seats import open_writers_at
from samskap.people.models import Person

State = Negotiation.State
LEAST_PARTIES = 2


@transaction.atomic
def open_table(*, negotiation: Negotiation, by: Person) -> Negotiation:
    """Begin to negotiate; parties may still come later.

    Refuses with NotYoursToLead, IsOver or TooFewParties.
    """
    negotiation = _led(negotiation, by)
    if negotiation.state != State.MAPPING:  # a second press of the button
        return negotiation
    if len(_seated(negotiation)) < LEAST_PARTIES:
        raise TooFewParties
    negotiation.state = State.TABLE
    negotiation.opened_at = negotiation.opened_at or timezone.now()
    negotiation.save()
    happened("table_opened", negotiation, negotiation, by=by.pseudonym_key)
    return negotiation


@transaction.atomic
def open_joint_text(
    *, negotiation: Negotiation, by: Person, title: str, rule: str = Document.Rule.WRITERS
) -> Document:
    """Begin the text that all write on; those who speak at the table are its writers.

    Whoever sits there under a pseudonym is not put on the list of writers, which everybody reads:
    the mediator writes in what they say.

    rule  who decides about changes on the way; whatever it is, an edition holds for the parties
          once each of them has said yes to it

    Refuses with NotYoursToLead, IsOver, HasAJointText or RuleDoesNotFit.
    """
    negotiation = _led(negotiation, by)
    if negotiation.document_id is not None:
        raise HasAJointText
    if rule not in rules_for(negotiation.initiative):
        raise RuleDoesNotFit
    document = start_document(
        initiative=negotiation.initiative,
        title=title.strip(),
        purpose=negotiation.matter,
        language=negotiation.language,
        by=by,
        rule=rule,
        writers=open_writers_at(negotiation),
    )
    negotiation.document = document
    negotiation.save()
    happened("joint_text_opened", negotiation, negotiation, by=by.pseudonym_key)
    tell_table(
        negotiation,
        kind="joint_text",
        label=format_lazy(_("The joint text is open: “{title}”"), title=document.title),
        path=document.get_absolute_url(),
        but=by,
    )
    return document


@transaction.atomic
def propose_words(
    *, party: Party, by: Person, text: str, reason: str, channel: str = Channel.WEB
) -> Change:
    """Propose a paragraph of the joint text for a party, under a pseudonym too.

    Refuses with NotYourSeat, IsOver, NotAtTheTable, NoJointText, NoMediator or TextIsClosed.
    """
    party = seated_for(party, by)
    document = party.negotiation.document
    if document is None:
        raise NoJointText
    document.initiative = party.negotiation.initiative
    pen = pen_for(party, by=by, channel=channel)
    return propose_paragraph(document=document, text=text, reason=reason, hand=pen)


@transaction.atomic
def assent(
    *,
    party: Party,
    by: Person,
    says: str,
    reason: str = "",
    channel: str = Channel.WEB,
) -> Assent:
    """Say yes or no for a party to the newest edition of the joint text; the last word counts.

    Refuses with NotYourSeat, IsOver, NotAtTheTable, SayWhy or TextNeedsAnEdition.
    """
    party = seated_for(party, by)
    if says == Assent.Says.NO and not reason.strip():
        raise SayWhy
    document = party.negotiation.document
    edition = document.editions.order_by("-number").first() if document else None
    if edition is None:
        raise TextNeedsAnEdition
    said, _new = Assent.objects.update_or_create(
        party=party,
        edition=edition,
        defaults={
            "municipality": party.municipality,
            "says": says,
            "reason": reason.strip(),
            "channel": channel,
            "at": timezone.now(),
        },
    )
    happened("assent_given", said, party.negotiation, by=actor_of(by, party))
    return said


@transaction.atomic
def agree(*, negotiation: Negotiation, by: Person) -> Negotiation:
    """Say that all have agreed: every party at the table said yes to the newest edition.

    The first review is planned, so that somebody asks whether it was kept.

    Refuses with NotYoursToLead, IsOver, TooFewParties, TextNeedsAnEdition or NotAllAgree.
    """
    negotiation = _led(negotiation, by)
    if negotiation.state != State.TABLE:  # a second press of the button
        return negotiation
    seated = _seated(negotiation)
    if len(seated) < LEAST_PARTIES:
        raise TooFewParties
    document = negotiation.document
    edition = document.editions.order_by("-number").first() if document else None
    if edition is None:
        raise TextNeedsAnEdition
    said_yes = set(edition.assents.filter(says=Assent.Says.YES).values_list("party_id", flat=True))
    if missing := [party.name for party in seated if party.pk not in said_yes]:
        raise NotAllAgree(missing=", ".join(missing))
    negotiation.state, negotiation.agreed_on = State.AGREED, edition
    negotiation.agreed_at = timezone.now()
    negotiation.save()
    plan_review(negotiation)
    happened("agreed", negotiation, negotiation, by=by.pseudonym_key)
    tell_table(
        negotiation,
        kind="agreed",
        label=format_lazy(_("The parties have agreed: {matter}"), matter=negotiation.matter),
        but=by,
    )
    return negotiation


@transaction.atomic
def close(*, negotiation: Negotiation, by: Person, reason: str) -> Negotiation:
    """End a negotiation, with or without an agreement; everything that was said stays readable.

    Refuses with NotYoursToLead, IsOver or SayWhy.
    """
    negotiation = _led(negotiation, by)
    if not reason.strip():
        raise SayWhy
    negotiation.state, negotiation.closed_at = State.CLOSED, timezone.now()
    negotiation.closed_because = reason.strip()
    negotiation.save()
    negotiation.reviews.filter(held_on=None).delete()
    turn_all_away(negotiation, by=by, reason=negotiation.closed_because)
    happened("closed", negotiation, negotiation, by=by.pseudonym_key)
    tell_table(
        negotiation,
        kind="closed",
        label=format_lazy(_("The negotiation is over: {matter}"), matter=negotiation.matter),
        text=negotiation.closed_because,
        path=address("negotiations:table", negotiation.initiative.slug),
        but=by,
    )
    return negotiation


def _led(negotiation: Negotiation, by: Person) -> Negotiation:
    """Hold a table for whoever leads it."""
    negotiation = held(negotiation)
    if not may_lead(by, negotiation):
        raise NotYoursToLead
    return negotiation


def _seated(negotiation: Negotiation) -> list[Party]:
    """The parties that sit at the table now."""
    return [party for party in negotiation.parties.all() if party.is_seated]
