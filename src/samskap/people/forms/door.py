"""What people fill in at the door: an address, and the code that was sent to it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AskForCode(forms.Form):
    """Asks for an e-mail address, and nothing else: the same for those who are new and known."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("We send you a code. You need no password, and you need no account yet."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_email(self) -> str:
        """Write an address in one way, so that nobody has two accounts by accident."""
        return str(self.cleaned_data["email"]).strip().lower()


class WriteFirst(forms.Form):
    """Asks whoever has just written something for an address, below what they wrote."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("We send you a code. When you have typed it, you publish with one press."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        """Write an address in one way."""
        return str(self.cleaned_data["email"]).strip().lower()


class NewAddressForm(forms.Form):
    """Asks for another e-mail address."""

    email = forms.EmailField(
        label=_("New e-mail"),
        help_text=_("We send a code to the new address. Your account moves when you type it."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        """Write an address in one way."""
        return str(self.cleaned_data["email"]).strip().lower()


class TypeCode(forms.Form):
    """Asks for the code from the mail."""

    code = forms.CharField(
        label=_("The code from the e-mail"),
        help_text=_("Nine digits, like 123-456-789. You may leave out the hyphens."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
    )
