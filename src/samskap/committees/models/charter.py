"""The charter of a committee: what it is for, what it may, and who belongs in it."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.committees.models.committee import Committee
from samskap.committees.models.team import Member
from samskap.initiatives.models import Frame
from samskap.municipalities.models import Owned
from samskap.organisations.models import Organisation
from samskap.people.models import Person


class Charter(Owned):
    """One version of a charter. A new version is written; an old one is never changed.

    The headings are Svelvik’s mandate with those of a Danish kommissorium (domain.md P-2, 3.3).
    What is open, negotiable and fixed stands in the frame of the initiative that it points to.
    """

    class LegalForm(models.TextChoices):
        """What the committee is before the law (domain.md 2.2, 2.3)."""

        ADVISORY_METHOD = "advisory_method", _("A way of taking part, which advises")
        COMMITTEE_UNDER_LAW = "committee_under_law", _("A committee under the law")

    committee = models.ForeignKey(Committee, on_delete=models.CASCADE, related_name="charters")
    version = models.PositiveSmallIntegerField()
    legal_form = models.CharField(
        _("legal form"),
        max_length=19,
        choices=LegalForm.choices,
        default=LegalForm.ADVISORY_METHOD,
    )
    balances_sexes = models.BooleanField(_("each sex has at least 40 % of the seats"), default=True)
    background = models.TextField(_("background and purpose"))
    task = models.TextField(_("the task"))
    deliveries = models.TextField(_("what it delivers, in which form, and to whom"))
    composition = models.TextField(_("composition"), blank=True)
    involvement = models.TextField(_("process, and how others are involved"), blank=True)
    time_plan = models.TextField(_("time plan"), blank=True)
    economy = models.TextField(_("economy"), blank=True)
    borders = models.TextField(_("borders to other bodies"), blank=True)
    organisation = models.TextField(_("organisation and secretariat"), blank=True)
    communication = models.TextField(_("communication and openness"), blank=True)
    evaluation = models.TextField(_("evaluation"), blank=True)
    may_stop = models.TextField(_("what may stop to make room"), blank=True)
    seats = models.JSONField(
        default=list, help_text="the seats as they stood in this version, in the order of numbers"
    )
    frame = models.ForeignKey(
        Frame, on_delete=models.PROTECT, null=True, blank=True, related_name="charters"
    )
    why_new = models.TextField(_("what changed since the last version, and why"), blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    adopted_in = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="charters_adopted",
    )
    adopted_as = models.CharField(_("the case, or the minutes"), max_length=120, blank=True)
    adopted_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    HEADINGS: ClassVar = (
        *("background", "task", "deliveries", "composition", "involvement", "time_plan"),
        *("economy", "borders", "organisation", "communication", "evaluation", "may_stop"),
    )

    personal_fields: ClassVar = frozenset({"by", "adopted_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee version legal_form balances_sexes seats frame why_new at adopted_on"
        " adopted_in adopted_as".split()
    ) | frozenset(HEADINGS)

    class Meta:
        ordering = ["committee", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "version"], name="charter_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.committee}, charter {self.version}"

    def get_absolute_url(self) -> str:
        """Return the page of this version."""
        return address("committees:charter", self.committee.slug, self.version)

    @property
    def is_adopted(self) -> bool:
        """Whether the elected body has adopted it."""
        return self.adopted_on is not None


class CharterReading(Owned):
    """That a member has read one version of the charter."""

    charter = models.ForeignKey(Charter, on_delete=models.CASCADE, related_name="readings")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="readings")
    by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"member", "by"})
    open_fields: ClassVar = frozenset({"municipality", "charter", "at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["charter", "member"], name="charter_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} read {self.charter_id}"
