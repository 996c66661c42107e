"""Partners, and the agreement between them."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.prepared import Prepared
from samskap.initiatives.models.initiative import Initiative
from samskap.ledger.models import ActorKind, Channel, Giver, Side
from samskap.municipalities.models import Owned
from samskap.organisations.models import Membership, Organisation
from samskap.people.models import Person


class Partner(Owned):
    """A party to an initiative: an organisation, or a person for themselves."""

    class Status(models.TextChoices):
        """Where a partner stands: `asked | offered → joined → left`, or declined on the way."""

        ASKED = "asked", _("Asked")
        OFFERED = "offered", _("Wants to join")
        JOINED = "joined", _("Partner")
        LEFT = "left", _("Left")
        DECLINED = "declined", _("Did not join")

    CLOSED: ClassVar = frozenset({Status.LEFT, Status.DECLINED})

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="partnerships"
    )
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="partnerships"
    )
    contact = models.ForeignKey(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="who acts for an organisation here",
    )
    giver = models.ForeignKey(
        Giver,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="partnerships",
        help_text="of somebody without an account, who joined on paper or by telephone",
    )
    called = models.CharField(
        _("name"), max_length=120, blank=True, help_text="of somebody without an account"
    )
    side = models.CharField(max_length=10, choices=Side.choices)
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    role = models.CharField(_("role"), max_length=160, blank=True)
    duties = models.TextField(_("what we take on"), blank=True)
    resources = models.TextField(_("what we bring"), blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ASKED)
    asked_at = models.DateTimeField(default=timezone.now)
    joined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    left_because = models.TextField(_("why we leave"), blank=True)
    handed_back = models.TextField(_("what we hand back, and to whom"), blank=True)

    personal_fields: ClassVar = frozenset({"person", "contact", "giver", "called", "left_because"})
    open_fields: ClassVar = frozenset(
        "municipality initiative organisation side actor_kind role duties resources status"
        " asked_at joined_at left_at handed_back".split()
    )

    class Meta:
        ordering = ["initiative", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "organisation"],
                condition=Q(status__in=["asked", "offered", "joined"], organisation__isnull=False),
                name="organisation_is_partner_once",
            ),
            models.UniqueConstraint(
                fields=["initiative", "person"],
                condition=Q(status__in=["asked", "offered", "joined"], person__isnull=False),
                name="person_is_partner_once",
            ),
            models.UniqueConstraint(
                fields=["initiative", "giver"],
                condition=Q(status__in=["asked", "offered", "joined"], giver__isnull=False),
                name="giver_is_partner_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What others call this partner."""
        return str(self.organisation or self.person or self.called or _("A former partner"))

    @property
    def has_joined(self) -> bool:
        """Whether it is a partner now."""
        return self.status == self.Status.JOINED

    @property
    def is_open(self) -> bool:
        """Whether it is a partner, or may still become one."""
        return self.status not in self.CLOSED


def carried_by(person: Person, on: date | None = None) -> Q:
    """Partnerships that somebody carries: their own, and as contact while the mandate lasts."""
    mandates = Membership.objects.speaking_on(on or timezone.localdate()).filter(person=person)
    for_others = Q(contact=person, organisation__in=mandates.values("organisation"))
    return Q(organisation=None, person=person) | for_others


carried_in = Prepared(
    lambda person, initiative, day: Partner.objects.filter(
        carried_by(person, day), initiative=initiative, status=Partner.Status.JOINED
    ).values_list("pk", flat=True)[:1],
    person=int,
    initiative=int,
    day=date,
)


class Agreement(Owned):
    """What the partners promised each other; a new version replaces the last."""

    class Rule(models.TextChoices):
        """How the partners decide."""

        CONSENT = "consent", _("Consent: nobody has a reasoned objection")
        CONSENSUS = "consensus", _("Consensus: everybody agrees")
        VOTE = "vote", _("Vote: one partner, one voice")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    purpose = models.TextField(_("what we want together"))
    duties = models.TextField(_("what we owe each other"))
    rule = models.CharField(_("how we decide"), max_length=9, choices=Rule.choices)
    quorum_percent = models.PositiveSmallIntegerField(_("how many must take part"), default=50)
    resources = models.TextField(_("what each brings"), blank=True)
    exit_terms = models.TextField(_("how a partner leaves"))
    review_on = models.DateField(_("when we look at it again"))
    written_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)

    personal_fields: ClassVar = frozenset({"written_by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative version purpose duties rule quorum_percent resources exit_terms"
        " review_on written_at ended_at ended_because".split()
    )

    class Meta:
        ordering = ["initiative", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "version"], name="agreement_version_once"
            ),
            models.CheckConstraint(
                name="quorum_is_a_percentage",
                condition=Q(quorum_percent__gte=1, quorum_percent__lte=100),
                violation_error_message=_("Write a number from 1 to 100."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}, agreement {self.version}"


class Signature(Owned):
    """That a partner signed an agreement."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="signatures")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    channel = models.CharField(
        _("how it came in"), max_length=7, choices=Channel.choices, default=Channel.WEB
    )

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset({"municipality", "agreement", "partner", "at", "channel"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "partner"], name="agreement_signed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.partner} signed {self.agreement}"
