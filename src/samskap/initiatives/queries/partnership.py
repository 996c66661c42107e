"""Reading partners and what they agreed."""

from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from samskap.base.once import once
from samskap.initiatives.models import Agreement, Initiative, Partner, Signature
from samskap.initiatives.models.partnership import carried_by
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Membership, Organisation
from samskap.people.models import Person

LEAST_PARTNERS = 2
"""Nobody agrees with oneself alone."""


def partners_of(initiative: Initiative) -> QuerySet[Partner]:
    """Every partner, also those asked and those who left, with names; the earliest first."""
    return initiative.partners.select_related("organisation", "person", "contact")


def joined_partners(initiative: Initiative) -> QuerySet[Partner]:
    """Who is a partner now."""
    return partners_of(initiative).filter(status=Partner.Status.JOINED)


def partner_for(
    initiative: Initiative, *, organisation: Organisation | None, person: Person | None
) -> Partner | None:
    """The open partnership of one party, if any: asked, offered or joined."""
    whose = Q(organisation=organisation) if organisation else Q(organisation=None, person=person)
    return (
        partners_of(initiative).filter(whose).exclude(status__in=Partner.CLOSED).order_by().first()
    )


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """How far the partners of an initiative have come in agreeing.

    in_force  the newest version that every partner has signed; None when there is none
    newest    the newest version that has not ended, signed or not
    unsigned  the partners whose signature the newest version waits for
    """

    joined: list[Partner] = field(default_factory=list)
    in_force: Agreement | None = None
    newest: Agreement | None = None
    unsigned: list[Partner] = field(default_factory=list)

    @property
    def is_with_public(self) -> bool:
        """Whether a public unit is bound by the agreement in force."""
        return self.in_force is not None and any(
            partner.organisation is not None and partner.organisation.is_public
            for partner in self.joined
        )


@once
def agreed(initiative: Initiative) -> Agreed:
    """Say which agreement is in force, and whose signature is missing; three queries.

    An agreement is in force when every partner who has joined has signed it, and there are at
    least two. So a new partner must sign too; and an older version holds until every partner has
    signed the new one.
    """
    versions = initiative.agreements.filter(ended_at=None).prefetch_related("signatures")
    return agreed_by(
        joined=list(joined_partners(initiative)),
        versions=list(versions),
        signatures=[signature for each in versions for signature in each.signatures.all()],
    )


def agreed_by(
    *, joined: list[Partner], versions: list[Agreement], signatures: list[Signature]
) -> Agreed:
    """Say how far partners have come; the newest of the versions that have not ended is first."""
    if not versions:
        return Agreed(joined=joined)
    must_sign = {partner.pk for partner in joined}
    signed: dict[int, set[int]] = {agreement.pk: set() for agreement in versions}
    for signature in signatures:
        signed.get(signature.agreement_id, set()).add(signature.partner_id)
    in_force = next(
        (
            agreement
            for agreement in versions
            if len(must_sign) >= LEAST_PARTNERS and must_sign <= signed[agreement.pk]
        ),
        None,
    )
    newest = versions[0]
    return Agreed(
        joined=joined,
        in_force=in_force,
        newest=newest,
        unsigned=[partner for partner in joined if partner.pk not in signed[newest.pk]],
    )


def active_agreement(initiative: Initiative) -> Agreement | None:
    """The agreement that binds every partner now; None when there is none."""
    return agreed(initiative).in_force


def has_active_agreement_with_public(initiative: Initiative) -> bool:
    """Whether a public unit is bound by an agreement in force (domain.md 4.1, rung 2)."""
    return agreed(initiative).is_with_public


def agreements_of(initiative: Initiative) -> QuerySet[Agreement]:
    """Every version, the newest first, with how many signed."""
    versions: QuerySet[Agreement] = initiative.agreements.select_related("written_by")
    return versions.annotate(signed=Count("signatures", distinct=True))


def signatures_of(agreement: Agreement) -> QuerySet[Signature]:
    """Who signed, the first first."""
    return agreement.signatures.select_related("partner__organisation", "partner__person").order_by(
        "at", "pk"
    )


def organisations_to_ask(
    municipality: Municipality, *, words: str, initiative: Initiative, most: int = 12
) -> list[Organisation]:
    """Organisations whose name holds the words and who are no partner here."""
    taken = initiative.partners.exclude(status__in=Partner.CLOSED).exclude(organisation=None)
    found = Organisation.objects.of(municipality).filter(name__icontains=words)
    return list(found.exclude(pk__in=taken.values("organisation")).order_by("name", "pk")[:most])


def people_of(partner: Partner) -> list[Person]:
    """Who hears what concerns a partner: the person, or the contact and who looks after it."""
    if partner.organisation_id is None:
        return [partner.person] if partner.person else []
    found = {partner.contact.pk: partner.contact} if partner.contact else {}
    members = Membership.objects.filter(
        Q(may_speak=True) | Q(is_administrator=True),
        organisation_id=partner.organisation_id,
        ended_at=None,
        person__is_active=True,
    )
    for member in members.select_related("person"):
        found.setdefault(member.person_id, member.person)
    return list(found.values())


def carriers_of(initiative: Initiative) -> list[Person]:
    """Who hears what concerns the whole initiative: its raiser, facilitators and partners."""
    found = {person.pk: person for person in _raisers_of(initiative)}
    for person in initiative.facilitators.all():
        found.setdefault(person.pk, person)
    for partner in joined_partners(initiative):
        for one in (partner.person, partner.contact):
            if one is not None:
                found.setdefault(one.pk, one)
    return [person for person in found.values() if person.is_active]


def _raisers_of(initiative: Initiative) -> list[Person]:
    """Who raised it, or for whose organisation somebody did, while they may speak for it."""
    if initiative.raised_for is None:
        return [initiative.raised_by] if initiative.raised_by else []
    speaking = initiative.raised_for.memberships.speaking_on(timezone.localdate())
    return [member.person for member in speaking.select_related("person")]


def work_together(person: Person, other: Person, municipality: Municipality) -> bool:
    """Whether two people are partners, or act for partners, in the same initiative."""
    joined = Partner.objects.of(municipality).filter(status=Partner.Status.JOINED)
    hers = joined.filter(carried_by(person))
    his = joined.filter(carried_by(other))
    return his.filter(initiative__in=hers.values("initiative")).exists()
