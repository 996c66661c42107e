"""What somebody has learnt, in their own words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import at_most
from samskap.design.forms import CountedTextarea
from samskap.rotas.models import Helper

MOST = 1500


class LearntForm(forms.ModelForm):  # type: ignore[type-arg]
    """A few sentences for the certificate."""

    class Meta:
        model = Helper
        formfield_callback = at_most(MOST)
        fields = ("learnt",)
        widgets = {"learnt": CountedTextarea(most=MOST)}
        help_texts = {"learnt": _("It stands on your certificate as you write it here.")}
