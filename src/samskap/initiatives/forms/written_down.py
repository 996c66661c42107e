"""What partners said on paper, by telephone or at a meeting, for whoever writes it down."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.initiatives.forms.decisions import VoiceForm
from samskap.initiatives.forms.partnership import long_text, role_field
from samskap.initiatives.models import Partner
from samskap.ledger.hands import side_of
from samskap.ledger.models import ActorKind, Channel, Side


def channel_field() -> forms.ChoiceField:
    """Ask how it came in; the web needs nobody to write it down."""
    return forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[each for each in Channel.choices if each[0] != Channel.WEB],
        initial=Channel.PAPER,
        widget=forms.RadioSelect,
    )


class PartnersForm(forms.Form):
    """One of several partners."""

    partner = forms.ModelChoiceField(
        label=_("For which partner?"),
        queryset=Partner.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args: Any, partners: Sequence[Partner], **named: Any) -> None:
        super().__init__(*args, **named)
        partner: Any = self.fields["partner"]
        rows = Partner.objects.filter(pk__in=[one.pk for one in partners])
        partner.queryset = rows.select_related("organisation", "person")


class VoiceForOthersForm(VoiceForm):
    """The voice of a partner, as it was given to whoever writes it down."""

    channel = channel_field()
    field_order = ("partner", "channel", "stance", "reason")

    def __init__(self, *args: Any, partners: Sequence[Partner], **named: Any) -> None:
        super().__init__(*args, partners=partners, **named)
        self.fields["partner"].label = _("Whose voice is it?")
        self.fields["stance"].label = _("What do they say?")
        self.fields["reason"].help_text = _("Needed when they are against it.")
        self.fields["partner"].widget = forms.RadioSelect(
            choices=self.fields["partner"].choices  # type: ignore[attr-defined]
        )


class SignatureForOthersForm(PartnersForm):
    """The signature of a partner on paper."""

    channel = channel_field()


class YesForOthersForm(PartnersForm):
    """The yes of somebody who was asked to become a partner."""


class PartnerOnPaperForm(forms.Form):
    """Somebody without an account who becomes a partner."""

    name = forms.CharField(
        label=_("What do the others call them?"),
        help_text=_("Everybody sees it among the partners."),
        max_length=120,
    )
    reach = forms.CharField(
        label=_("How to reach them"),
        help_text=_("An address or a telephone number. Only staff see it."),
        max_length=200,
        required=False,
    )
    actor_kind = forms.ChoiceField(
        label=_("Who are they?"),
        choices=[(kind, kind.label) for kind in ActorKind if side_of(kind) == Side.NON_PUBLIC],
        initial=ActorKind.RESIDENT,
    )
    channel = channel_field()
    role = role_field()
    duties = long_text(_("What do they take on?"))
    resources = long_text(_("What do they bring?"))
