"""In whose name somebody acts: every act says whether it was for oneself, and else for whom."""

from dataclasses import dataclass

from django.utils.crypto import salted_hmac
from django.utils.functional import Promise, cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samskap.base.prepared import Prepared
from samskap.ledger.errors import MayNotSpeakFor
from samskap.ledger.models import ActorKind, Channel, Giver, Side
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.organisations.queries import mandates_of, root_of
from samskap.people.models import Level, Person, Role
from samskap.people.permissions import require_level, require_level_for
from samskap.people.queries import roles_of

PUBLIC_KINDS = frozenset(
    {
        ActorKind.EMPLOYEE,
        ActorKind.FACILITATOR,
        ActorKind.LEADER,
        ActorKind.POLITICIAN,
        ActorKind.PUBLIC_UNIT,
        ActorKind.COUNCIL,
    }
)
KIND_OF_ROLE: dict[str, ActorKind] = {
    Role.Name.FACILITATOR: ActorKind.FACILITATOR,
    Role.Name.POLITICIAN: ActorKind.POLITICIAN,
    Role.Name.LEADER: ActorKind.LEADER,
    Role.Name.EMPLOYEE: ActorKind.EMPLOYEE,
    Role.Name.CASE_OFFICER: ActorKind.EMPLOYEE,
    Role.Name.ADMINISTRATOR: ActorKind.EMPLOYEE,
    Role.Name.DATA_PROTECTION_OFFICER: ActorKind.EMPLOYEE,
}
KIND_OF_ORGANISATION: dict[str, ActorKind] = {
    Organisation.Kind.ASSOCIATION: ActorKind.ASSOCIATION,
    Organisation.Kind.BUSINESS: ActorKind.BUSINESS,
    Organisation.Kind.SOCIAL_ENTREPRENEUR: ActorKind.SOCIAL_ENTREPRENEUR,
    Organisation.Kind.ACADEMIA: ActorKind.ACADEMIA,
    Organisation.Kind.FAITH_COMMUNITY: ActorKind.FAITH_COMMUNITY,
    Organisation.Kind.PUBLIC_UNIT: ActorKind.PUBLIC_UNIT,
    Organisation.Kind.COUNCIL: ActorKind.COUNCIL,
    Organisation.Kind.COMMITTEE: ActorKind.COUNCIL,
}
# What anyone may say of themselves. Nobody has to prove that they are a relative.
OWN_KINDS = (
    ActorKind.RESIDENT,
    ActorKind.SERVICE_USER,
    ActorKind.RELATIVE,
    ActorKind.VOLUNTEER,
)


def side_of(actor_kind: str) -> Side:
    """On which side this kind of actor stands."""
    return Side.PUBLIC if actor_kind in PUBLIC_KINDS else Side.NON_PUBLIC


@dataclass(frozen=True, kw_only=True)
class HandChoice:
    """One name in which a person may act, as an entry of a form."""

    key: str
    title: str | Promise
    actor_kind: ActorKind
    organisation: Organisation | None = None

    @property
    def side(self) -> Side:
        """The side it puts the act on."""
        return side_of(self.actor_kind)


MYSELF = HandChoice(  # what anybody may act as, and all that somebody unknown may
    key=f"self:{ActorKind.RESIDENT}",
    title=_("Myself, as a resident"),
    actor_kind=ActorKind.RESIDENT,
)
OWN_HANDS = {f"self:{kind}": HandChoice(key="", title="", actor_kind=kind) for kind in OWN_KINDS}


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Who gives, on which side, for whom, and how it came in."""

    by: Person
    giver: Giver
    actor_kind: ActorKind
    speaking_for: Organisation | None = None
    channel: Channel = Channel.WEB
    entered_on_behalf: bool = False

    @property
    def side(self) -> Side:
        """The side this act is on."""
        return side_of(self.actor_kind)

    def require_level(self, act: str) -> None:
        """Refuse whoever is known less surely than an act needs where it is done.

        What came on paper or by telephone is the way for those without an e-ID: whoever writes it
        down needs none for it. Refuses with SignInNeeded or StrongerSignInNeeded.
        """
        if self.entered_on_behalf:
            require_level(self.by, Level.REACHABLE)
        else:
            require_level_for(act, self.by, self.giver.municipality)

    @cached_property
    def party(self) -> str:
        """The party it belongs to; the same for those who are not independent.

        Independent parties share no declared parent organisation, mandate giver or household
        (house.md). So an organisation counts as its topmost declared parent; a person who holds a
        mandate counts with the organisation that gave it, even when they act for themselves; people
        of one declared household count as one; everybody else is a party of their own.
        """
        if self.speaking_for:
            return f"organisation:{root_of(self.speaking_for).pk}"
        person = self.giver.person
        if person is not None:
            if mandates := mandates_of(person, self.giver.municipality):
                return f"organisation:{min(root_of(given).pk for given in mandates)}"
            if person.household:
                return f"household:{_unreadable(person.household)}"
        return f"giver:{self.giver.public_id}"


def _unreadable(household: str) -> str:
    """Stand for a household without saying its code, which lets people in and can be forgotten."""
    return salted_hmac("samskap.ledger.household", household, algorithm="sha256").hexdigest()[:32]


def hands_of(person: Person, municipality: Municipality) -> list[HandChoice]:
    """List the names in which a person may act here, the plainest first."""
    kinds = {KIND_OF_ROLE[role] for role in roles_of(person, municipality) if role in KIND_OF_ROLE}
    by_role = [
        HandChoice(
            key=f"self:{kind}",
            title=format_lazy(_("The municipality, as {role}"), role=kind.label.lower()),
            actor_kind=kind,
        )
        for kind in ActorKind
        if kind in kinds
    ]
    by_mandate = [
        HandChoice(
            key=f"organisation:{organisation.pk}",
            title=organisation.name,
            actor_kind=KIND_OF_ORGANISATION[organisation.kind],
            organisation=organisation,
        )
        for organisation in mandates_of(person, municipality)
    ]
    return [MYSELF, *by_role, *by_mandate]


def answering_side(by: Person, municipality: Municipality) -> Side:
    """On which side somebody answers: public where they have a role or mandate of that side."""
    if roles_of(by, municipality) & KIND_OF_ROLE.keys():
        return Side.PUBLIC
    kinds = {KIND_OF_ORGANISATION[each.kind] for each in mandates_of(by, municipality)}
    return Side.PUBLIC if kinds & PUBLIC_KINDS else Side.NON_PUBLIC


known_giver = Prepared(
    lambda municipality, person: Giver.objects.filter(municipality=municipality, person=person),
    municipality=int,
    person=int,
)


def giver_for(person: Person, municipality: Municipality) -> Giver:
    """The giver that stands for a person in this municipality."""
    giver = known_giver.first(municipality=municipality.pk, person=person.pk)
    if giver is None:
        giver = Giver.objects.get_or_create(municipality=municipality, person=person)[0]
    giver.person, giver.municipality = person, municipality  # known, so never asked for again
    return giver


def hand(*, key: str, by: Person, municipality: Municipality) -> Hand:
    """Take the hand that a form named.

    Refuses with MayNotSpeakFor where the person has no such role or mandate today.
    """
    choice = OWN_HANDS.get(key) or next(
        (choice for choice in hands_of(by, municipality) if choice.key == key), None
    )
    if choice is None:
        raise MayNotSpeakFor
    return Hand(
        by=by,
        giver=giver_for(by, municipality),
        actor_kind=choice.actor_kind,
        speaking_for=choice.organisation,
    )


def paper_hand(
    *,
    by: Person,
    municipality: Municipality,
    name: str = "",
    reach: str = "",
    actor_kind: str = ActorKind.RESIDENT,
    channel: str = Channel.PAPER,
) -> Hand:
    """Take the hand of someone who gave on paper, by telephone or at a meeting.

    Each is a giver of their own: two sheets of paper are two people unless the same name with the
    same `reach` (an address or a telephone number) says otherwise. By the reach alone, a name that
    only staff may read would stand under what somebody else of the household gave.
    """
    said = {"name": name, "reach": reach}
    known = Giver.objects.of(municipality).filter(person=None, **said).first() if reach else None
    giver = known or Giver.objects.create(municipality=municipality, **said)
    return Hand(
        by=by,
        giver=giver,
        actor_kind=ActorKind(actor_kind),
        channel=Channel(channel),
        entered_on_behalf=True,
    )
