"""What a committee recommends, one thing at a time."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from samskap.base.addresses import address
from samskap.committees.models.committee import Committee
from samskap.committees.models.team import Member
from samskap.initiatives.models import Recommendation as Laid
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Owned

TITLE = 100  # characters of a recommendation where it stands as a title


class Recommendation(Owned):
    """One recommendation of a committee. It is numbered when it is proposed, and keeps its number.

    contribution  its row in the ledger: a draft, whose fate the committee’s vote decides
    laid_as       the same before the elected body, with the body’s answer
    """

    class Status(models.TextChoices):
        """Where it stands in the committee."""

        PROPOSED = "proposed", _("Proposed")
        RECOMMENDED = "recommended", _("Recommended")
        NOT_RECOMMENDED = "not_recommended", _("Not recommended")
        WITHDRAWN = "withdrawn", _("Taken back")

    committee = models.ForeignKey(
        Committee, on_delete=models.CASCADE, related_name="recommendations"
    )
    public_id = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("what you recommend"))
    why = models.TextField(_("why"))
    costs = models.TextField(_("what it costs, and what it saves"), blank=True)
    carried_by = models.CharField(_("who could carry it out"), max_length=200, blank=True)
    proposed_by = models.ForeignKey(
        Member, on_delete=models.SET_NULL, null=True, blank=True, related_name="recommendations"
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.PROPOSED)
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="committee_recommendation"
    )
    laid_as = models.OneToOneField(
        Laid, on_delete=models.PROTECT, null=True, blank=True, related_name="recommended_as"
    )

    personal_fields: ClassVar = frozenset({"proposed_by"})
    open_fields: ClassVar = frozenset(
        "municipality committee public_id number text why costs carried_by proposed_at status"
        " contribution laid_as".split()
    )

    class Meta:
        ordering = ["committee", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "number"], name="committee_recommendation_numbered"
            ),
            models.CheckConstraint(
                name="only_what_is_recommended_is_laid",
                condition=Q(laid_as=None) | Q(status="recommended"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {Truncator(self.text).chars(TITLE)}"

    def get_absolute_url(self) -> str:
        """Return its page."""
        return address("committees:recommendation", self.pk)
