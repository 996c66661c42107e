"""What administrators fill in about whom they trust to say who signs in."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samskap.people.models import Provider
from samskap.people.oidc.discovery import discover
from samskap.people.oidc.wire import Unreachable, may_ask

# What providers call a national identity number. It is never needed, so never used.
NUMBERS = frozenset(
    "pid ssn cpr dk.cpr cprnumber cpr_number nin birthnumber fnr fodselsnummer"
    " social_security_number nationalid national_id".split()
)


class ProviderForm(forms.ModelForm[Provider]):
    """Asks for a provider, and sees that it answers before anything is kept."""

    issuer = forms.URLField(
        label=_("Issuer"),
        max_length=200,
        assume_scheme="https",
        help_text=_("The address that the provider gave you, like https://idporten.no"),
    )
    secret = forms.CharField(
        label=_("Secret"),
        required=False,
        max_length=500,
        strip=True,
        help_text=_("Only if the provider gave you one. It is never shown again; empty keeps it."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = (
        "name", "issuer", "client_id", "proof", "secret", "acr_values", "level", "subject_claim",
        "is_open",
    )  # fmt: skip

    class Meta:
        model = Provider
        fields = (
            "name", "issuer", "client_id", "proof", "acr_values", "level", "subject_claim",
            "is_open",
        )  # fmt: skip
        widgets: ClassVar = {"proof": forms.RadioSelect, "level": forms.RadioSelect}
        help_texts: ClassVar = {
            "name": _("What people read: ID-porten, MitID, FEIDE."),
            "client_id": _("What the provider calls you."),
            "acr_values": _(
                "The level you ask for first; then others that you accept, with spaces between."
                " ID-porten: idporten-loa-substantial idporten-loa-high. Empty: any level will do."
            ),
            "subject_claim": _("“sub” fits nearly all. A national identity number is never used."),
        }

    def clean_issuer(self) -> str:
        """See that it is an address we ask."""
        issuer = str(self.cleaned_data["issuer"])
        if not may_ask(issuer):
            raise ValidationError(_("Write an address that begins with https://."))
        return issuer

    def clean_subject_claim(self) -> str:
        """Refuse what holds a national identity number."""
        claim = str(self.cleaned_data["subject_claim"]).strip()
        if claim.lower() in NUMBERS or "cpr" in claim.lower():
            raise ValidationError(_("This is a national identity number. Choose another claim."))
        return claim

    def clean(self) -> dict[str, Any]:
        """See that the provider answers, and that there is a secret where one is needed."""
        said = super().clean() or self.cleaned_data
        has_secret = said.get("secret") or self.instance.sealed_secret
        if said.get("proof") == Provider.Proof.SECRET and not has_secret:
            self.add_error("secret", _("Write the secret that the provider gave you."))
        if not self.errors:
            try:
                said["sign_out_url"] = discover(str(said["issuer"])).end_session_endpoint
            except Unreachable:
                self.add_error("issuer", _("Nobody answers there as they should. Check it."))
        return said
