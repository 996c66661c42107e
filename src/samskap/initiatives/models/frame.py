"""The frame sheet: what is open, what can be negotiated, what is fixed."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models.initiative import Initiative
from samskap.initiatives.models.partnership import Partner
from samskap.municipalities.models import Owned
from samskap.people.models import Person


class Frame(Owned):
    """One version of the frame. A new version is written; an old one is never changed."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="frames")
    version = models.PositiveSmallIntegerField()
    open = models.TextField(_("open: we decide this together"), blank=True)
    negotiable = models.TextField(_("can be negotiated"), blank=True)
    fixed = models.TextField(_("fixed: this cannot be changed here"), blank=True)
    money = models.TextField(_("money"), blank=True)
    law = models.TextField(_("law"), blank=True)
    time = models.TextField(_("time"), blank=True)
    who_decides = models.TextField(_("who decides"), blank=True)
    why_new = models.TextField(_("what changed since the last version"), blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset(
        "municipality initiative version open negotiable fixed money law time who_decides"
        " why_new at".split()
    )

    class Meta:
        ordering = ["initiative", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "version"], name="frame_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}, frame {self.version}"


class FrameReading(Owned):
    """That a partner has read one version of the frame."""

    frame = models.ForeignKey(Frame, on_delete=models.CASCADE, related_name="readings")
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="readings")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"by"})
    open_fields: ClassVar = frozenset({"municipality", "frame", "partner", "at"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["frame", "partner"], name="frame_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.partner} read {self.frame}"
