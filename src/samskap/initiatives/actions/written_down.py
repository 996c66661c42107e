"""Writing down partners who join on paper, by telephone or at a meeting."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.memory import remember
from samskap.initiatives.actions.moving import locked, must_be_open
from samskap.initiatives.actions.partnership import open_partnership
from samskap.initiatives.errors.commitments import NotYoursToWriteDown
from samskap.initiatives.errors.partnership import NotAskedOrOffered, PartnerNeedsAName
from samskap.initiatives.models import Initiative, Partner
from samskap.initiatives.permissions.commitments import may_write_down_for_others
from samskap.initiatives.queries.partnership import people_of
from samskap.ledger import actions as ledger
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import ActorKind, Channel
from samskap.notices.actions import tell
from samskap.people.models import Person


@transaction.atomic
def write_down_partner(
    *,
    initiative: Initiative,
    by: Person,
    name: str,
    reach: str = "",
    actor_kind: str = ActorKind.RESIDENT,
    channel: str = Channel.PAPER,
    role: str = "",
    duties: str = "",
    resources: str = "",
) -> Partner:
    """Make somebody without an account a partner, as they said themselves.

    reach  how to reach them; the same twice is the same partner

    Refuses with NotYoursToWriteDown, NotOpen, PartnerNeedsAName or PartnerAlready.
    """
    initiative = locked(initiative)
    if not may_write_down_for_others(by, initiative):
        raise NotYoursToWriteDown
    must_be_open(initiative)
    if not name.strip():
        raise PartnerNeedsAName
    theirs = paper_hand(
        by=by,
        municipality=initiative.municipality,
        name=name.strip(),
        reach=reach.strip(),
        actor_kind=actor_kind,
        channel=channel,
    )
    now = timezone.now()
    partner = open_partnership(
        Partner(
            municipality=initiative.municipality,
            initiative=initiative,
            giver=theirs.giver,
            called=name.strip(),
            side=theirs.side,
            actor_kind=theirs.actor_kind,
            role=role.strip(),
            duties=duties.strip(),
            resources=resources.strip(),
            status=Partner.Status.JOINED,
            asked_at=now,
            joined_at=now,
        )
    )
    _joined(partner, by)
    return partner


@transaction.atomic
def write_down_yes(*, partner: Partner, by: Person) -> Partner:
    """Write down the yes of somebody who was asked and answered on paper or by telephone.

    Refuses with NotYoursToWriteDown or NotAskedOrOffered.
    """
    initiative = locked(partner.initiative)
    rows = Partner.objects.select_related("organisation", "person", "contact")
    partner = rows.get(pk=partner.pk)
    partner.initiative = initiative
    if not may_write_down_for_others(by, initiative):
        raise NotYoursToWriteDown
    if partner.status != Partner.Status.ASKED:
        raise NotAskedOrOffered(name=partner.name)
    partner.status, partner.joined_at = Partner.Status.JOINED, timezone.now()
    partner.save()
    _joined(partner, by)
    for person in people_of(partner):
        if person.pk != by.pk:
            tell(
                person=person,
                municipality=initiative.municipality,
                kind="initiatives.partner_joined",
                label=format_lazy(
                    _("It was written down that “{name}” is a partner in “{title}”."),
                    name=partner.name,
                    title=initiative.title,
                ),
                text=_("Is it wrong? You can leave on the page of the partners."),
                path=f"{initiative.get_absolute_url()}partners/",
            )
    return partner


def _joined(partner: Partner, by: Person) -> None:
    """Remember it, and let the pages know that they are old."""
    remember(
        "initiatives.partner_written_down",
        by=by.pseudonym_key,
        about=partner,
        within=partner.initiative,
    )
    ledger.touch(partner.initiative.account)
