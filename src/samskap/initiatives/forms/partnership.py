"""Asking partners, joining, and writing the agreement, as forms."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import at_most
from samskap.initiatives.forms.hands import HandForm
from samskap.initiatives.forms.steps import day_input
from samskap.initiatives.forms.steps import reason as words
from samskap.initiatives.models import Agreement
from samskap.organisations.models import Organisation


def long_text(label: Any, help_text: Any = "", *, required: bool = False) -> forms.CharField:
    """Ask for some sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def role_field() -> forms.CharField:
    """Ask for a role."""
    return forms.CharField(
        label=_("Role"),
        help_text=_("For example: host of the evenings."),
        required=False,
        max_length=160,
    )


class FindForm(forms.Form):
    """Words to find an organisation by."""

    q = forms.CharField(label=_("Find an organisation by its name"), required=False, max_length=80)


class AskPartnerForm(forms.Form):
    """Whom to ask, and for what."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        empty_label=_("None of these: I ask a person"),
    )
    email = forms.EmailField(
        label=_("E-mail of a person"),
        help_text=_("We send an invitation. The address is not shown to anyone."),
        required=False,
    )
    role = role_field()
    message = words(_("Message"), _("What do you hope they bring?"), required=False)

    def __init__(self, *args: Any, found: Sequence[Organisation], **named: Any) -> None:
        super().__init__(*args, **named)
        if found:
            listed = Organisation.objects.filter(pk__in=[one.pk for one in found])
            self.fields["organisation"].queryset = listed  # type: ignore[attr-defined]
        else:
            del self.fields["organisation"]

    def clean(self) -> dict[str, Any]:
        """Ask for exactly one party."""
        told = super().clean() or {}
        if bool(told.get("organisation")) == bool(told.get("email")) and not self.errors:
            raise forms.ValidationError(
                _("Choose an organisation, or write the e-mail address of one person."),
                code="one_party",
            )
        return told


class JoinForm(HandForm):
    """For whom one joins, and what one takes on and brings."""

    role = role_field()
    duties = long_text(_("What you take on"))
    resources = long_text(_("What you bring"), _("Time, premises, knowledge, money, people …"))
    field_order = ("hand", "role", "duties", "resources")


class DeclineForm(forms.Form):
    """A no, with a reason if one wants to give it."""

    reason = words(_("Why not"), required=False)


class LeaveForm(forms.Form):
    """Why one leaves, and what one hands back."""

    reason = words(_("Why do you leave?"))
    handed_back = words(
        _("What do you hand back, and to whom?"),
        _("Keys, tasks, contacts. Your open promises are released when you leave."),
        required=False,
    )


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the partners promise each other (S3:60, S4:65)."""

    class Meta:
        model = Agreement
        formfield_callback = at_most(4000)
        fields = (
            "purpose",
            "duties",
            "rule",
            "quorum_percent",
            "resources",
            "exit_terms",
            "review_on",
        )
        widgets = {
            "rule": forms.RadioSelect,
            "review_on": day_input(),
            **{
                name: forms.Textarea(attrs={"rows": 4})
                for name in ("purpose", "duties", "resources", "exit_terms")
            },
        }
        help_texts = {
            "quorum_percent": _("In per cent of the partners, from 1 to 100."),
            "exit_terms": _("How long before, and what is handed back to whom."),
        }

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        rule: Any = self.fields["rule"]
        rule.choices = Agreement.Rule.choices
        rule.initial = self.initial.get("rule") or Agreement.Rule.CONSENT

    def clean_quorum_percent(self) -> int:
        """Keep it a percentage."""
        percent: int = self.cleaned_data["quorum_percent"]
        if not 1 <= percent <= 100:
            raise forms.ValidationError(_("Write a number from 1 to 100."), code="percentage")
        return percent


class EndAgreementForm(forms.Form):
    """Why an agreement ends."""

    reason = words(_("Why does it end?"))
