"""What people fill in about privacy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from samskap.base.limits import DayField
from samskap.base.personal import Keeping
from samskap.design.forms import DayInput
from samskap.privacy.queries.sights import pages

MOST = 1000  # characters of a reason


class RuleForm(forms.Form):
    """Asks how long one kind of thing is kept, and why."""

    days = forms.IntegerField(label=_("How many days?"))
    why = forms.CharField(
        label=_("Why so long?"),
        help_text=_("Everybody can read this."),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, keeping: Keeping, **named: Any) -> None:
        super().__init__(*args, **named)
        between = ngettext(
            "From %(least)s to %(most)d day.", "From %(least)s to %(most)d days.", keeping.most
        ) % {"least": keeping.least, "most": keeping.most}
        self.fields["days"] = forms.IntegerField(
            label=_("How many days?"),
            help_text=between,
            min_value=keeping.least,
            max_value=keeping.most,
            error_messages={"min_value": between, "max_value": between},
        )


class SightsForm(forms.Form):
    """Asks which sights of sensitive pages to show."""

    what = forms.ChoiceField(label=_("Page"), required=False)
    name = forms.CharField(label=_("Who looked"), required=False, max_length=80)
    since = DayField(label=_("From"), required=False, widget=DayInput)
    until = DayField(label=_("To"), required=False, widget=DayInput)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["what"].choices = [("", _("All pages")), *pages().items()]  # type: ignore[attr-defined]


class FindGiverForm(forms.Form):
    """Asks for whom to look among those who gave on paper."""

    name = forms.CharField(
        label=_("Name, telephone number or address"), required=False, max_length=120
    )


class ForgetGiverForm(forms.Form):
    """Asks why somebody is forgotten."""

    reason = forms.CharField(
        label=_("Why are they forgotten?"),
        help_text=_("Write how they asked for it, and not their name: this is kept."),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
