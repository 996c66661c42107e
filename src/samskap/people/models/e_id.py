"""National e-ID: where a municipality lets people sign in, and whom it knows from there."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.municipalities.models import Owned
from samskap.people.models.person import Level, Person


class Provider(Owned):
    """Someone whom a municipality trusts to say who signs in, by OpenID Connect.

    ID-porten, a broker for MitID, FEIDE. What it says holds in this municipality and in no other:
    another municipality has not chosen to trust it. Secrets are sealed, and shown to nobody.
    """

    class Proof(models.TextChoices):
        """How the municipality proves itself to the provider."""

        KEY = "key", _("With a key pair: Samskap makes it, and you register the open half")
        SECRET = "secret", _("With a secret that the provider gave you")

    name = models.CharField(_("name on the button"), max_length=60)
    issuer = models.URLField(_("issuer"), max_length=200)
    client_id = models.CharField(_("client id"), max_length=200)
    proof = models.CharField(
        _("how do you prove who you are?"), max_length=6, choices=Proof.choices, default=Proof.KEY
    )
    sealed_secret = models.TextField(blank=True)
    sealed_key = models.TextField(blank=True)
    acr_values = models.CharField(_("levels of assurance (acr)"), max_length=200, blank=True)
    subject_claim = models.CharField(_("claim that says who it is"), max_length=60, default="sub")
    level = models.PositiveSmallIntegerField(
        _("how sure does it make us?"),
        choices=[
            (Level.IDENTIFIED.value, _("As national e-ID")),
            (Level.REACHABLE.value, _("As an e-mail address")),
        ],
        default=Level.IDENTIFIED,
    )
    sign_out_url = models.URLField(max_length=500, blank=True)
    is_open = models.BooleanField(_("offered where people sign in"), default=True)

    personal_fields: ClassVar[frozenset[str]] = frozenset()
    open_fields: ClassVar = frozenset(
        "municipality name issuer client_id proof sealed_secret sealed_key acr_values subject_claim"
        " level sign_out_url is_open".split()
    )

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "issuer", "client_id"], name="provider_is_set_up_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Identity(Owned):
    """Somebody whom a provider knows, and the account it belongs to.

    The subject is a keyed hash of who says it and what they call the person. Neither that nor a
    national identity number can be read from it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identities")
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="identities")
    subject = models.CharField(max_length=64)
    added_at = models.DateTimeField(default=timezone.now)

    personal_fields: ClassVar = frozenset({"person", "provider", "subject", "added_at"})
    open_fields: ClassVar = frozenset({"municipality"})

    class Meta:
        ordering = ["provider", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "subject"], name="identity_belongs_to_one_account"
            ),
            models.UniqueConstraint(
                fields=["person", "provider"], name="account_has_one_identity_of_a_provider"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.provider}"
