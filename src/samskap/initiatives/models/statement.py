"""What employees, unions and others say about what an initiative does to public tasks."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.models.initiative import Initiative
from samskap.municipalities.models import Owned


class Statement(Owned):
    """Somebody’s words about the displacement check, as they stand in their own document."""

    class Stance(models.TextChoices):
        """Where whoever said it stands."""

        AGREES = "agrees", _("Agrees")
        ON_TERMS = "on_terms", _("Agrees, on these terms")
        DISAGREES = "disagrees", _("Disagrees")

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="statements")
    by_whom = models.CharField(_("who says it?"), max_length=160)
    stance = models.CharField(_("where do they stand?"), max_length=9, choices=Stance.choices)
    says = models.TextField(_("in their words"))
    said_on = models.DateField(_("when did they say it?"))
    source = models.URLField(_("where is the whole document?"), max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality initiative by_whom stance says said_on source at".split()
    )

    class Meta:
        ordering = ["said_on", "pk"]

    def __str__(self) -> str:
        return f"{self.by_whom}: {self.get_stance_display()}"
