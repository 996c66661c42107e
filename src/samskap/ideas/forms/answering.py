"""What becomes of what was given."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import CountedTextarea, TouchRadios
from samskap.ledger.models import FateStatus

OFFERED_FATES = [
    (FateStatus.READ, _("Read: we have seen it and will come back")),
    (FateStatus.USED, _("Used")),
    (FateStatus.PARTLY_USED, _("Partly used")),
    (FateStatus.NOT_USED, _("Not used: say why")),
    (FateStatus.FORWARDED, _("Passed on: say to whom")),
]


class AnswerForm(forms.Form):
    """What becomes of one idea, or of many alike."""

    status = forms.ChoiceField(
        label=_("What becomes of it?"), choices=OFFERED_FATES, widget=TouchRadios
    )
    reason = forms.CharField(
        label=_("Your answer"),
        help_text=_("Whoever gave it reads this, and so does everyone else."),
        widget=CountedTextarea(most=4000),
        max_length=4000,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where one is owed."""
        facts = super().clean() or {}
        owed = {FateStatus.NOT_USED, FateStatus.FORWARDED}
        if facts.get("status") in owed and not str(facts.get("reason", "")).strip():
            self.add_error("reason", _("Write the reason. Whoever gave it deserves one."))
        return facts
