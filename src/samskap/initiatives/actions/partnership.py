"""Becoming partners: asking, joining, letting in, leaving."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.base.mail import send_mail_later
from samskap.base.memory import remember
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.errors.initiative import NotYoursToChange
from samskap.initiatives.errors.partnership import (
    NameOneParty,
    NotAPartner,
    NotAskedOrOffered,
    NotFromHere,
    NotYourPartnership,
    PartnerAlready,
    SayWhyYouLeave,
)
from samskap.initiatives.models import Commitment, Initiative, Partner
from samskap.initiatives.permissions.partnership import (
    may_act_for,
    may_ask_partners,
    may_leave_for,
)
from samskap.initiatives.queries.partnership import carriers_of, partner_for, people_of
from samskap.ledger import actions as ledger
from samskap.ledger.hands import KIND_OF_ORGANISATION, hand, side_of
from samskap.ledger.models import ActorKind
from samskap.notices.actions import tell
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.people.permissions import require_level_for


@transaction.atomic
def ask_partner(
    *,
    initiative: Initiative,
    by: Person,
    organisation: Organisation | None = None,
    person: Person | None = None,
    role: str = "",
    duties: str = "",
    message: str = "",
    at: datetime | None = None,
) -> Partner:
    """Ask an organisation or a person to be a partner.

    role, duties  what the others have in mind for it; whoever joins may change the words

    Refuses with NotYoursToChange, NotOpen, NameOneParty, NotFromHere or PartnerAlready.
    """
    initiative = locked(initiative)
    if not may_ask_partners(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    must_be_open(initiative)
    if (organisation is None) == (person is None):
        raise NameOneParty
    if organisation and organisation.municipality_id != initiative.municipality_id:
        raise NotFromHere(name=organisation.name)

    actor_kind = KIND_OF_ORGANISATION[organisation.kind] if organisation else ActorKind.RESIDENT
    partner = open_partnership(
        Partner(
            municipality=initiative.municipality,
            initiative=initiative,
            organisation=organisation,
            person=person,
            side=side_of(actor_kind),
            actor_kind=actor_kind,
            role=role.strip(),
            duties=duties.strip(),
            status=Partner.Status.ASKED,
            asked_at=at or timezone.now(),
        )
    )
    _happened("initiatives.partner_asked", partner, by)
    _tell(
        people_of(partner),
        partner,
        kind="initiatives.partner_asked",
        label=format_lazy(_("“{title}” asks you to be a partner."), title=initiative.title),
        text=message,
        route="initiatives:join",
        but=by,
    )
    return partner


@transaction.atomic
def ask_by_email(
    *,
    initiative: Initiative,
    by: Person,
    email: str,
    link: str,
    role: str = "",
    message: str = "",
) -> None:
    """Ask someone of whom only the e-mail address is known.

    Whether somebody here has this address is told to nobody: the answer is the same either way.
    Who has no account gets a letter with a link, and nothing about them is kept.

    link  the full address of the page on which one joins

    Who stands on the list already hears nothing more, and nor does whoever asks.

    Refuses with NotYoursToChange or NotOpen.
    """
    initiative = locked(initiative)
    if not may_ask_partners(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    must_be_open(initiative)
    known = Person.objects.filter(email=email.strip().lower(), is_active=True).first()
    if known and partner_for(initiative, organisation=None, person=known):
        return
    if known:
        ask_partner(initiative=initiative, by=by, person=known, role=role, message=message)
        return
    with translation.override(initiative.municipality.default_language):
        subject = gettext("Will you be a partner in “%(title)s”?") % {"title": initiative.title}
        text = gettext(
            "%(name)s asks you to be a partner in “%(title)s”.\n\n%(message)s\n\n"
            "Read more, and answer here: %(link)s"
        ) % {
            "name": by.shown_name,
            "title": initiative.title,
            "message": message,
            "link": link,
        }
    send_mail_later(to=email.strip(), subject=subject, text=text)
    remember("initiatives.partner_asked", by=by.pseudonym_key, about=initiative, within=initiative)


@transaction.atomic
def join(
    *,
    initiative: Initiative,
    key: str,
    by: Person,
    role: str = "",
    duties: str = "",
    resources: str = "",
    at: datetime | None = None,
) -> Partner:
    """Become a partner, for oneself or for an organisation whose mandate one holds.

    Who was asked, or carries the initiative, joins at once; anyone else asks to be let in.

    key  the hand that the form named, see `ledger.hands`

    Refuses with SignInNeeded, StrongerSignInNeeded, NotOpen, MayNotSpeakFor or PartnerAlready.
    """
    initiative = locked(initiative)
    require_level_for("initiatives.join", by, initiative.municipality)
    must_be_open(initiative)
    mine = hand(key=key, by=by, municipality=initiative.municipality)
    organisation = mine.speaking_for
    person = None if organisation else by
    partner = partner_for(initiative, organisation=organisation, person=person) or Partner(
        municipality=initiative.municipality,
        initiative=initiative,
        organisation=organisation,
        person=person,
        status=Partner.Status.OFFERED,
        asked_at=at or timezone.now(),
    )
    was_asked = partner.status == Partner.Status.ASKED
    if partner.pk and not was_asked:
        raise PartnerAlready(name=partner.name)

    partner.contact, partner.side, partner.actor_kind = by, mine.side, mine.actor_kind
    partner.role = role.strip() or partner.role
    partner.duties = duties.strip() or partner.duties
    partner.resources = resources.strip() or partner.resources
    if was_asked or may_ask_partners(by, initiative):
        partner.status, partner.joined_at = Partner.Status.JOINED, at or timezone.now()
    open_partnership(partner)
    if partner.has_joined:
        _happened("initiatives.partner_joined", partner, by)
        words = _("“{name}” is now a partner in “{title}”.")
    else:
        _happened("initiatives.partner_offered", partner, by)
        words = _("“{name}” wants to be a partner in “{title}”.")
    _tell(
        carriers_of(initiative),
        partner,
        kind=f"initiatives.partner_{partner.status}",
        label=format_lazy(words, name=partner.name, title=initiative.title),
        but=by,
    )
    return partner


@transaction.atomic
def let_in(*, partner: Partner, by: Person, at: datetime | None = None) -> Partner:
    """Say yes to someone who asked to join. Refuses with NotYoursToChange or NotAskedOrOffered."""
    initiative = locked(partner.initiative)
    partner = _again(partner)
    if not may_ask_partners(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    if partner.status != Partner.Status.OFFERED:
        raise NotAskedOrOffered(name=partner.name)
    partner.status, partner.joined_at = Partner.Status.JOINED, at or timezone.now()
    partner.save()
    _happened("initiatives.partner_joined", partner, by)
    _tell(
        people_of(partner),
        partner,
        kind="initiatives.partner_joined",
        label=format_lazy(_("You are now a partner in “{title}”."), title=initiative.title),
        but=by,
    )
    return partner


@transaction.atomic
def decline(
    *, partner: Partner, by: Person, reason: str = "", at: datetime | None = None
) -> Partner:
    """Say no: who was asked does not join, or who asked is not let in.

    Refuses with NotAskedOrOffered, NotYourPartnership or NotYoursToChange.
    """
    initiative = locked(partner.initiative)
    partner = _again(partner)
    if partner.status not in {Partner.Status.ASKED, Partner.Status.OFFERED}:
        raise NotAskedOrOffered(name=partner.name)
    is_own = may_act_for(by, partner)
    if partner.status == Partner.Status.ASKED and not is_own:
        raise NotYourPartnership(name=partner.name)
    if not is_own and not may_ask_partners(by, initiative):
        raise NotYoursToChange(initiative=initiative.title)
    partner.status, partner.left_at = Partner.Status.DECLINED, at or timezone.now()
    partner.left_because = reason.strip()
    partner.save()
    _happened("initiatives.partner_declined", partner, by)
    _tell(
        carriers_of(initiative) if is_own else people_of(partner),
        partner,
        kind="initiatives.partner_declined",
        label=format_lazy(
            _("“{name}” does not become a partner in “{title}”."),
            name=partner.name,
            title=initiative.title,
        ),
        text=partner.left_because,
        but=by,
    )
    return partner


@transaction.atomic
def leave(
    *,
    partner: Partner,
    by: Person,
    reason: str,
    handed_back: str = "",
    at: datetime | None = None,
) -> Partner:
    """Stop being a partner, say why, and hand back what one had taken on (S4:11, S4:35).

    What the partner had promised and not yet done is released, so that others can take it up.
    Refuses with NotYourPartnership, NotAPartner or SayWhyYouLeave.
    """
    initiative = locked(partner.initiative)
    partner = _again(partner)
    if not may_leave_for(by, partner):
        raise NotYourPartnership(name=partner.name)
    if not partner.has_joined:
        raise NotAPartner(name=partner.name)
    if not reason.strip():
        raise SayWhyYouLeave
    at = at or timezone.now()
    others = carriers_of(initiative)
    partner.status, partner.left_at = Partner.Status.LEFT, at
    partner.left_because, partner.handed_back = reason.strip(), handed_back.strip()
    partner.save()
    partner.commitments.filter(
        status__in=[Commitment.Status.OFFERED, Commitment.Status.ACCEPTED]
    ).update(status=Commitment.Status.RELEASED, released_at=at, says=partner.handed_back)
    _happened("initiatives.partner_left", partner, by)
    _tell(
        others,
        partner,
        kind="initiatives.partner_left",
        label=format_lazy(
            _("“{name}” is no longer a partner in “{title}”."),
            name=partner.name,
            title=initiative.title,
        ),
        text=partner.handed_back,
        but=by,
    )
    return partner


def open_partnership(partner: Partner) -> Partner:
    """Save a partnership; the database lets each party have one open at a time."""
    try:
        with transaction.atomic():
            partner.save()
    except IntegrityError as twice:
        raise PartnerAlready(name=partner.name) from twice
    return partner


def _again(partner: Partner) -> Partner:
    """Read a partner anew, once its initiative is held."""
    rows = Partner.objects.select_related(
        "organisation", "person", "contact", "giver", "initiative__account"
    )
    fresh: Partner = rows.get(pk=partner.pk)
    return fresh


def _happened(what: str, partner: Partner, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(what, by=by.pseudonym_key, about=partner, within=partner.initiative)
    ledger.touch(partner.initiative.account)


def _tell(
    people: list[Person],
    partner: Partner,
    *,
    kind: str,
    label: str | Promise,
    text: str = "",
    route: str = "initiatives:partners",
    but: Person,
) -> None:
    """Tell everybody concerned but whoever did it."""
    for person in people:
        if person.pk != but.pk:
            tell(
                person=person,
                municipality=partner.initiative.municipality,
                kind=kind,
                label=label,
                text=text,
                path=reverse(route, args=[partner.initiative.slug]),
                names=partner.person or but,
            )
