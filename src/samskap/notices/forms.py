"""What people fill in about notices."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import TouchRadios
from samskap.notices.models import Limits


class LimitsForm(forms.ModelForm[Limits]):
    """Asks when e-mail is sent, and how many at most."""

    class Meta:
        model = Limits
        fields: ClassVar = ["mail", "mails_a_week"]
        labels: ClassVar = {"mail": _("When shall we send e-mail?")}
        help_texts: ClassVar = {
            "mails_a_week": _(
                "Between 1 and 50. What does not fit is listed in the next e-mail, and always here."
            )
        }
        widgets: ClassVar = {"mail": TouchRadios}
