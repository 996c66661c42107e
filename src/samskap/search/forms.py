"""What somebody may look for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.finding import findables
from samskap.design.components.evidence import RUNGS as RUNG_TITLES
from samskap.design.sides import side_of
from samskap.initiatives.models import Topic
from samskap.initiatives.queries.initiatives import RUNGS, SIDES
from samskap.ledger.models import Phase
from samskap.municipalities.models import Municipality
from samskap.places.models import Area
from samskap.search.queries import LONGEST_QUERY, Asked


class SearchForm(forms.Form):
    """The words, and what they may be narrowed to; each may be left open."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        max_length=LONGEST_QUERY,
        widget=forms.SearchInput,
    )
    kind = forms.ChoiceField(label=_("What it is"), required=False)
    phase = forms.ChoiceField(label=_("Phase of the initiative"), required=False)
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    area = forms.ChoiceField(label=_("Place"), required=False)
    side = forms.ChoiceField(label=_("Who it comes from"), required=False)
    rung = forms.ChoiceField(label=_("Rung on the ladder"), required=False)
    hands = forms.BooleanField(
        label=_("Only where hands are needed now"),
        required=False,
        widget=forms.CheckboxInput({"value": "yes"}),
    )

    def __init__(self, *, asked: Asked, municipality: Municipality) -> None:
        super().__init__(initial={**vars(asked), "hands": bool(asked.hands)})
        for name, entries in choices_in(municipality).items():
            field = self.fields[name]
            field.choices = [("", _("All")), *entries]  # type: ignore[attr-defined]


def choices_in(municipality: Municipality) -> dict[str, list[tuple[str, Any]]]:
    """What can be chosen here: two queries, for topics and places."""
    rungs = {
        **{str(number): f"{number}: {title}" for number, (title, _means) in RUNG_TITLES.items()},
        "0": _("Not co-creation yet"),
        "self_organised": _("Self-organised"),
        "none": _("Not enough evidence yet"),
    }
    areas = Area.objects.of(municipality).values_list("slug", "name")
    return {
        "kind": [(kind, findable.many) for kind, findable in findables().items()],
        "phase": list(Phase.choices),
        "topic": [(topic.slug, str(topic)) for topic in Topic.objects.of(municipality)],
        "area": list(areas),
        "side": [(side, side_of(side).many) for side in SIDES],
        "rung": [(rung, rungs[rung]) for rung in RUNGS],
    }
