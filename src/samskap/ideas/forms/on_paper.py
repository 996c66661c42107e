"""Support on paper, and old ideas from a file."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.lines import LineField, one_line
from samskap.ideas.errors import ListIsCounted
from samskap.ideas.forms.came_in import CameInForm, channel_field
from samskap.ideas.models import Idea
from samskap.ideas.paper import OnPaper
from samskap.ideas.queries import is_counted
from samskap.initiatives.models import Initiative
from samskap.initiatives.models.initiative import PHASE_OF
from samskap.municipalities.models import Municipality

MOST_NAMES, MOST_NAME, MOST_CONTACT = 200, 120, 200
MOST_INITIATIVES = 500


class OnPaperForm(CameInForm):
    """Names of those who support an idea on paper or by telephone, or how many stand on a list."""

    names = forms.CharField(
        label=_("Names, one on each line"),
        help_text=_(
            "After the name a semicolon, then an address or a telephone number: “Ola Nordmann; 12"
            " 34 56 78”. The same name with the same number counts once. At most 200 lines."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=30_000,
        required=False,
    )
    people = forms.IntegerField(
        label=_("Or only how many names there are on the list"),
        help_text=_("Only where nobody on it supports the idea on the web or on another list."),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    reference = LineField(
        label=_("What is the list called, and where is it kept?"),
        help_text=_("For example: list 3, binder at the town hall. Needed where you only count."),
        max_length=80,
        required=False,
    )

    def __init__(self, *args: Any, idea: Idea, **named: Any) -> None:
        super().__init__(*args, **named)
        self.idea = idea

    def clean_names(self) -> list[OnPaper]:
        """Read one name from each line, and say which line cannot be read."""
        names = []
        lines = self.cleaned_data["names"].splitlines()
        for number, line in enumerate(lines, start=1):
            name, _mark, contact = (
                one_line(part) for part in line.replace("\t", ";").partition(";")
            )
            if not name and not contact:
                continue
            if not name or len(name) > MOST_NAME or len(contact) > MOST_CONTACT:
                wrong = _("Line %(number)s cannot be read. Write a name, a semicolon, a contact.")
                raise forms.ValidationError(wrong, params={"number": number})
            names.append(OnPaper(name, contact))
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(
                _("At most %(most)s lines at a time. Write down the rest afterwards."),
                params={"most": MOST_NAMES},
            )
        return names

    def clean(self) -> dict[str, Any]:
        """Ask for names or a number, and for a list that was not counted where it is a number."""
        facts = super().clean() or {}
        if self.errors:
            return facts
        names, people, reference = facts["names"], facts["people"], facts["reference"]
        if bool(names) == bool(people):
            self.add_error("names", _("Write either the names, or how many there are on the list."))
        elif people and not reference:
            self.add_error("reference", _("Write what the list is called, so that it counts once."))
        elif people and is_counted(self.idea, reference):
            self.add_error("reference", str(ListIsCounted(reference=reference)))
        return facts


class OldIdeasForm(forms.Form):
    """What is true of all old ideas in a file."""

    initiative = forms.ChoiceField(
        label=_("To which initiative were they given?"),
        help_text=_("Only initiatives that take something in can be chosen."),
    )
    channel = channel_field(_("How did they come in?"))
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        found = Initiative.objects.of(municipality).filter(state__in=PHASE_OF).order_by("-pk")
        self.fields["initiative"].choices = list(  # type: ignore[attr-defined]
            found.values_list("slug", "title")[:MOST_INITIATIVES]
        )
        self.fields["language"].initial = get_language()
