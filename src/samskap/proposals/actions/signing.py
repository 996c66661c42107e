"""Signing on the web, and taking one’s signature back."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from samskap.base.memory import remember
from samskap.ledger.models import Channel
from samskap.municipalities.models import Municipality
from samskap.people.models import Identity, Level, Person, Provider
from samskap.people.permissions import require_level, require_level_for
from samskap.proposals.actions.drafting import refuse_age
from samskap.proposals.actions.moving import held, locked, settle_threshold
from samskap.proposals.errors import LivesElsewhere, NotCollecting, WindowIsOver
from samskap.proposals.models import Proposal, Signature, Validity
from samskap.proposals.names import key_of, name_key_of, subject_key_of
from samskap.proposals.queries.rules import rules_of, today_in


@transaction.atomic
def sign(
    *,
    proposal: Proposal,
    name: str,
    address: str,
    born_on: date,
    lives_here: bool,
    by: Person,
    at: datetime | None = None,
) -> Signature:
    """Stand behind a proposal, with a name, an address and a day of birth; once each.

    Whoever has shown a national e-ID counts at once, where one alone is offered. Otherwise a
    signature waits until the municipality has checked that there is such a resident. Somebody who
    stands on a paper list already is written down as that, and counts once.

    Refuses with SignInNeeded, StrongerSignInNeeded, NotCollecting, WindowIsOver, LivesElsewhere,
    SayWhenYouWereBorn or TooYoung.
    """
    here = proposal.municipality
    require_level_for("proposals.sign", by, here)
    rules = rules_of(here)
    if rules.scheme.needs_e_id:
        require_level(by, Level.IDENTIFIED, here)
    if not lives_here:
        raise LivesElsewhere
    refuse_age(rules, born_on)
    # Two presses at once: the second waits here, and finds that the first was enough.
    proposal = held(proposal)
    at = at or timezone.now()
    today = today_in(here, at)
    must_collect(proposal, today)
    mine: Signature | None = Signature.objects.filter(proposal=proposal, person=by).first()
    if mine is not None:
        return mine
    shown = Identity.objects.of(here).filter(
        person=by, provider__level=Level.IDENTIFIED, provider__is_open=True
    )
    subject = shown.order_by("pk").values_list("subject", flat=True).first() or ""
    signature = Signature(
        municipality=here,
        proposal=proposal,
        person=by,
        name=name.strip(),
        address=address.strip(),
        born_on=born_on,
        signed_on=today,
        key=key_of(proposal.pk, name, born_on),
        name_key=name_key_of(proposal.pk, name, address),
        subject=subject_key_of(proposal.pk, subject),
        validity=Validity.VALID if subject and counts_at_once(here) else Validity.UNCHECKED,
    )
    if not takes_the_place(signature):
        signature.validity = Validity.DUPLICATE
        doubt_rivals(signature)
    signature.save()
    remember("proposals.signed", by=None, about=proposal, within=proposal.initiative)
    settle_threshold(proposal, rules=rules, at=at)
    return signature


def must_collect(proposal: Proposal, day: date) -> None:
    """Refuse where nobody can sign. Refuses with NotCollecting or WindowIsOver."""
    if not proposal.is_open:
        raise NotCollecting
    if proposal.window_ends_on and day > proposal.window_ends_on:
        raise WindowIsOver(day=date_format(proposal.window_ends_on))


def counts_at_once(municipality: Municipality) -> bool:
    """Whether an e-ID counts unchecked: by two of them, one person could sign twice unseen."""
    offered = Provider.objects.of(municipality).filter(level=Level.IDENTIFIED, is_open=True)
    return bool(offered.count() == 1)


def takes_the_place(signature: Signature) -> bool:
    """Whether a signature gets the place of its person, and whoever held it stands back for it."""
    twins = twins_of(signature)
    if not all(is_surer(signature, twin) for twin in twins):
        return False
    keys = [twin.pk for twin in twins]
    Signature.objects.filter(pk__in=keys).update(validity=Validity.DUPLICATE)
    return True


def doubt_rivals(signature: Signature) -> None:
    """Let whoever has the same name and another e-ID wait for a check, unless they had one.

    One of the two typed a name that is not theirs, or they are two people: a look says which.
    """
    if not signature.subject:
        return
    for twin in twins_of(signature):
        is_doubted = twin.validity == Validity.VALID and twin.checked_at is None
        if is_doubted and twin.subject not in ("", signature.subject):
            Signature.objects.filter(pk=twin.pk).update(validity=Validity.UNCHECKED)


def twins_of(signature: Signature) -> list[Signature]:
    """The signatures of the same person that hold the place on a proposal; none where it is free.

    The same name with the same day of birth, or the same e-ID. A line on paper without a day of
    birth is the same as the name at that address.
    """
    same = Q(key=signature.key)
    if signature.subject:
        same |= Q(subject=signature.subject)
    if signature.born_on is None:
        same |= Q(name_key=signature.name_key)
    else:
        same |= Q(name_key=signature.name_key, born_on=None)
    others = Signature.objects.filter(same, proposal=signature.proposal_id)
    return list(others.exclude(validity=Validity.DUPLICATE).exclude(pk=signature.pk))


def is_surer(signature: Signature, twin: Signature) -> bool:
    """Whether a signature takes the place of one that somebody else may have typed, or came amiss.

    An e-ID goes before what anybody could have typed; one in time before one at another time, and
    one that can be read before one that cannot.
    """
    if twin.validity in (Validity.OUTSIDE_WINDOW, Validity.UNDER_AGE, Validity.UNREADABLE):
        return True
    if twin.validity == Validity.NOT_RESIDENT:
        return bool(signature.subject) and not twin.subject
    is_typed = twin.channel == Channel.WEB and not twin.subject
    return bool(signature.subject) and is_typed and twin.validity == Validity.UNCHECKED


@transaction.atomic
def take_back(*, proposal: Proposal, by: Person) -> None:
    """Take one’s signature back, before the proposal lies with the council; it is deleted.

    A name on a paper list is taken off by the municipality: anybody could have typed it here.

    Refuses with NotCollecting.
    """
    proposal = locked(proposal)
    if not proposal.is_open:
        raise NotCollecting
    delete_signatures(proposal, Signature.objects.filter(proposal=proposal, person=by))
    settle_threshold(proposal)


def delete_signatures(proposal: Proposal, signatures: QuerySet[Signature]) -> None:
    """Delete signatures; a line that stood there as the same person is checked in their place."""
    held = list(signatures.values_list("pk", "key"))
    if not held:
        return
    Signature.objects.filter(pk__in=[pk for pk, _key in held]).delete()
    for key in dict.fromkeys(key for _pk, key in held):
        alike = Signature.objects.filter(proposal=proposal, key=key)
        if not alike.exclude(validity=Validity.DUPLICATE).exists():
            waiting = alike.order_by("pk").values_list("pk", flat=True)[:1]
            Signature.objects.filter(pk__in=list(waiting)).update(validity=Validity.UNCHECKED)
    remember("proposals.signature_taken_back", by=None, about=proposal, within=proposal.initiative)
