"""Giving: on the web, and on paper for somebody."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import at_most
from samskap.design.forms import CountedTextarea, TouchRadios
from samskap.ideas.forms.came_in import CameInForm
from samskap.ideas.models import Idea
from samskap.ledger.hands import OWN_KINDS, HandChoice
from samskap.ledger.models import Beneficiary, Phase

# What is asked for first in each phase; nothing is refused in any.
FIRST_KIND = {
    Phase.DEFINE: Idea.Kind.PROBLEM_STATEMENT,
    Phase.DESIGN: Idea.Kind.IDEA,
    Phase.IMPLEMENT: Idea.Kind.IDEA,
    Phase.DRIVE: Idea.Kind.IDEA,
}


class WordsForm(forms.ModelForm):  # type: ignore[type-arg]
    """The words of a contribution: what it is, in one line, more, and the language."""

    kind = forms.ChoiceField(
        label=capfirst(Idea._meta.get_field("kind").verbose_name),
        choices=Idea.Kind.choices,
        help_text=_(
            "Knowledge is facts that help. A draft is an idea that is worked out."
            " Unsure? Choose idea."
        ),
        widget=TouchRadios,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    beneficiary = forms.ChoiceField(
        label=_("For whom is it?"),
        choices=Beneficiary.choices,
        initial=Beneficiary.COMMUNITY,
        widget=TouchRadios,
    )

    class Meta:
        model = Idea
        formfield_callback = at_most(4000)
        fields = ("kind", "title", "text", "language")
        widgets = {"text": CountedTextarea(most=4000)}

    def __init__(self, *args: Any, phase: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = FIRST_KIND[Phase(phase)]
        self.fields["language"].initial = get_language()


class GiveForm(WordsForm):
    """An idea that somebody gives for themselves or for an organisation."""

    field_order = ("kind", "title", "text", "beneficiary", "hand", "language")

    def __init__(self, *args: Any, hands: list[HandChoice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(hands) > 1:
            self.fields["hand"] = forms.ChoiceField(
                label=_("For whom do you speak?"),
                choices=[(hand.key, hand.title) for hand in hands],
                initial=hands[0].key,
                widget=TouchRadios,
            )
        self.order_fields(self.field_order)
        self.only_hand = hands[0].key

    @property
    def hand_key(self) -> str:
        """The name that was chosen, or the only one there is."""
        return str(self.cleaned_data.get("hand") or self.only_hand)


class PaperForm(WordsForm, CameInForm):
    """What came on paper, by telephone or at a meeting, written down for whoever gave it."""

    name = forms.CharField(
        label=_("Who gave it?"),
        help_text=_("A name, if they want it shown. It may stay empty."),
        max_length=120,
        required=False,
    )
    reach = forms.CharField(
        label=_("How do we reach them with the answer?"),
        help_text=_("An address or a telephone number. Only those who answer see it."),
        max_length=200,
        required=False,
    )
    actor_kind = forms.ChoiceField(
        label=_("They speak as"), choices=[(kind.value, kind.label) for kind in OWN_KINDS]
    )
    field_order = (
        "channel", "given_on", "name", "reach", "actor_kind", "kind", "title", "text",
        "beneficiary", "language",
    )  # fmt: skip
