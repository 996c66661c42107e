"""Writing a text: a new paragraph, a new wording, another place, taken out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import MOST_DIGITS
from samskap.base.text import plain
from samskap.design.forms import TouchCheckboxes, TouchRadios
from samskap.drafting.forms.fields import GivingForm, text_field, why_field
from samskap.drafting.models import Paragraph
from samskap.drafting.queries.texts import Placed
from samskap.initiatives.forms.hands import HandForm
from samskap.ledger.models import Standing

AT_THE_END, AT_THE_TOP = "end", "top"


def after_field(label: Any) -> forms.ChoiceField:
    """Ask after which paragraph something comes."""
    return forms.ChoiceField(label=label)


def places_in(text: Sequence[Placed]) -> list[tuple[str, str]]:
    """The paragraphs that something can come after, by the words they begin with."""
    return [
        (
            str(placed.paragraph.pk),
            f"¶ {placed.paragraph.number}: {Truncator(plain(placed.text, 60)).chars(50)}",
        )
        for placed in text
    ]


class CausesMixin(forms.Form):
    """What brought a wording about, chosen from what was given to the initiative."""

    causes = forms.MultipleChoiceField(
        label=_("What brought it about?"),
        help_text=_("Choose the contributions that it rests on. They stand with the wording."),
        required=False,
        widget=TouchCheckboxes,
    )

    own_path = ""  # of the rows of those who write this text: nobody’s cause

    def offer_causes(self, listed: Sequence[Standing]) -> None:
        """Offer contributions to choose from; ask nothing where there is none."""
        found = [one for one in listed if one.caption and one.path != self.own_path]
        if not found:
            del self.fields["causes"]
            return
        causes: Any = self.fields["causes"]
        causes.choices = [(str(one.pk), one.caption) for one in found]

    def causes_chosen(self) -> list[int]:
        """The keys of those chosen."""
        return [int(key) for key in self.cleaned_data.get("causes", []) if len(key) <= MOST_DIGITS]


class AddForm(GivingForm, CausesMixin):
    """A new paragraph: written by a writer, proposed by anybody else."""

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=Paragraph.Kind.choices,
        initial=Paragraph.Kind.TEXT,
        widget=TouchRadios,
    )
    text = text_field(_("How should it read?"))
    why = why_field(_("Why?"), help_text=_("Everybody can read it."))
    after = after_field(_("Where does it stand?"))
    field_order: Any = (
        *("kind", "text", "why", "after", "causes", "hand"),
        *GivingForm.on_paper,
        "public_id",
    )

    def __init__(
        self,
        *args: Any,
        text_now: Sequence[Placed],
        listed: Sequence[Standing] = (),
        own_path: str = "",
        **named: Any,
    ) -> None:
        super().__init__(*args, **named)
        self.own_path = own_path
        after: Any = self.fields["after"]
        after.choices = [(AT_THE_END, _("At the end")), *places_in(text_now)]
        self.offer_causes(listed)


class WriteForm(HandForm, CausesMixin):
    """A new wording by a writer."""

    base_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    text = text_field(_("How should it read?"))
    why = why_field(
        _("Why does it change?"), help_text=_("It stands with this version for everybody.")
    )
    field_order: Any = ("text", "why", "causes", "hand", "base_version")

    def __init__(
        self, *args: Any, listed: Sequence[Standing] = (), own_path: str = "", **named: Any
    ) -> None:
        super().__init__(*args, **named)
        self.own_path = own_path
        self.offer_causes(listed)


class MoveForm(forms.Form):
    """Where a paragraph stands."""

    after = after_field(_("After which paragraph?"))

    def __init__(self, *args: Any, text_now: Sequence[Placed], **named: Any) -> None:
        super().__init__(*args, **named)
        after: Any = self.fields["after"]
        after.choices = [(AT_THE_TOP, _("At the top")), *places_in(text_now)]


class RemoveForm(forms.Form):
    """Why a paragraph is taken out."""

    base_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    reason = why_field(_("Why is it taken out?"))
