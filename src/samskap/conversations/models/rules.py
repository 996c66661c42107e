"""What a municipality asks of those who are new in its conversations."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned


class Rules(Owned):
    """How the first comments of a new account are met."""

    class FirstComments(models.TextChoices):
        """What happens to what somebody says who is new here."""

        OPEN = "open", _("They stand at once")
        LIMITED = "limited", _("They stand at once: at most three a day, and without links")
        HELD = "held", _("A facilitator reads the first one before everybody sees it")

    first_comments = models.CharField(
        _("the first comments of a new account"),
        max_length=7,
        choices=FirstComments.choices,
        default=FirstComments.LIMITED,
    )

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset({"municipality", "first_comments"})

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="conversation_rules_once"),
        ]

    def __str__(self) -> str:
        return f"first comments: {self.first_comments}"
