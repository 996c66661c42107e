"""What people fill in about notices."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.modules import all_modules
from samskap.design.forms import FoldedFields, TouchRadios
from samskap.notices import sms
from samskap.notices.models import Limits, Wish

COUNTRY_CODE = {"NO": "+47", "DK": "+45"}  # put before a number that is written without one


class LimitsForm(FoldedFields, forms.ModelForm[Limits]):
    """Asks when e-mail is sent, how many at most, and what of each subject.

    The subjects are folded away until somebody wants one of them in another way.
    """

    folded_says = _("Choose for each subject")

    class Meta:
        model = Limits
        fields: ClassVar = ["mail", "mails_a_week"]
        labels: ClassVar = {"mail": _("When shall we send e-mail?")}
        help_texts: ClassVar = {
            "mails_a_week": _(
                "Between 1 and 50. What does not fit comes together in one e-mail as soon as there"
                " is room, and always stands here."
            )
        }
        widgets: ClassVar = {"mail": TouchRadios}

    def __init__(self, *args: Any, ways: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        has_sms = bool(self.instance.phone) and sms.is_set_up()
        self.subjects = [module for module in all_modules() if module.tells]
        for module in self.subjects:
            way = ways.get(module.key, Wish.Way.MAIL)
            self.fields[f"way_{module.key}"] = forms.ChoiceField(
                label=str(module.title),
                help_text=str(module.promise),
                choices=[
                    choice for choice in Wish.Way.choices if has_sms or choice[0] != Wish.Way.SMS
                ],
                initial=Wish.Way.MAIL if way == Wish.Way.SMS and not has_sms else way,
            )

        self.folded = tuple(f"way_{module.key}" for module in self.subjects)

    @property
    def is_unfolded(self) -> bool:
        """Whether a subject is heard of in its own way, or something there is wrong."""
        subjects = [self[name] for name in self.folded]
        return any(each.errors or each.value() != Wish.Way.MAIL for each in subjects)

    def ways(self) -> dict[str, str]:
        """What was chosen for each subject: its key → the way."""
        return {module.key: self.cleaned_data[f"way_{module.key}"] for module in self.subjects}


class PhoneForm(forms.Form):
    """Asks for the mobile number that SMS shall go to."""

    number = forms.CharField(
        label=_("Your mobile number"),
        help_text=_("We send a code to it first. Nobody else sees it."),
        max_length=24,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country

    def clean_number(self) -> str:
        """Write the number as +4791234567; without a country code it is one of this country."""
        bare = re.sub(r"[\s().-]", "", self.cleaned_data["number"])
        bare = re.sub(r"^00", "+", bare)
        number = bare if bare.startswith("+") else COUNTRY_CODE[self.country] + bare
        own_digits = {"+47": 8, "+45": 8}.get(number[:3])
        if not sms.NUMBER.fullmatch(number) or own_digits not in (None, len(number) - 3):
            raise forms.ValidationError(
                _("Write a mobile number with all its digits, for example 912 34 567.")
            )
        return number


class CodeForm(forms.Form):
    """Asks for the code that came by SMS."""

    code = forms.CharField(
        label=_("The code in the SMS"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
