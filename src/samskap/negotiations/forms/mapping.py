"""Setting the table, putting a group on the map, asking it, and giving it a seat."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import DayField
from samskap.base.lines import LineField, one_line
from samskap.design.forms import CountedTextarea, DayInput, TouchCheckboxes, TouchRadios
from samskap.ledger.models import Channel
from samskap.municipalities.models import Municipality
from samskap.negotiations.models import Negotiation, Party
from samskap.organisations.models import Organisation
from samskap.organisations.queries import organisations_named
from samskap.people.models import Person
from samskap.places.models import Area

MARKS = ("is_touched", "knows", "can_help", "can_block")
MOST_ON_LIST = 60  # groups on the first list


class TableForm(forms.Form):
    """What is to be agreed, who may read, and how often all look back."""

    matter = LineField(
        label=_("What is to be agreed?"),
        help_text=_("In one line: “How we keep the town centre safe for young people”."),
        max_length=160,
    )
    about = forms.CharField(
        label=_("What is known, and what is at stake?"),
        required=False,
        max_length=4000,
        widget=CountedTextarea(most=4000, attrs={"rows": 4}),
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    is_open = forms.BooleanField(
        label=_("Everybody may read the options and what the parties say of them"),
        help_text=_(
            "Without it only those at the table read them. Each party decides itself who reads its"
            " interests, offers and limits."
        ),
        required=False,
        initial=True,
    )
    review_months = forms.IntegerField(
        label=_("Months between reviews of what was promised"),
        min_value=1,
        max_value=24,
        initial=3,
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["language"].initial = get_language()


class StartForm(TableForm):
    """A table, and the groups that come to mind first."""

    first = forms.CharField(
        label=_("Whom do you have in mind so far?"),
        help_text=_(
            "One group or organisation on each line. Then the map shows who knows the matter and is"
            " not among them."
        ),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ("matter", "about", "first", "is_open", "review_months", "language")

    def clean_first(self) -> list[str]:
        """Read the lines; each name once, and no more than a table can hold."""
        lines = [one_line(line)[:120] for line in self.cleaned_data["first"].splitlines()]
        return list(dict.fromkeys(filter(None, lines)))[:MOST_ON_LIST]


class SetUpForm(TableForm):
    """The same for a table that stands, and who mediates."""

    mediator = forms.TypedChoiceField(label=_("Who mediates?"), coerce=int, required=False)

    def __init__(
        self,
        *args: Any,
        negotiation: Negotiation,
        mediators: list[Person],
        leads: bool,
        **named: Any,
    ) -> None:
        names = ("matter", "about", "language", "is_open", "review_months")
        named["initial"] = {name: getattr(negotiation, name) for name in names} | {
            "mediator": negotiation.mediator_id
        }
        super().__init__(*args, **named)
        self.fields["mediator"].choices = [  # type: ignore[attr-defined]
            (each.pk, each.shown_name) for each in mediators
        ]
        self.fields["language"].initial = negotiation.language
        if not leads:  # who may read is for whoever leads the table
            del self.fields["is_open"]


class PartyForm(forms.Form):
    """A group on the map."""

    name = LineField(
        label=_("What is the group called?"),
        help_text=_("Everybody reads it. A group that needs a pseudonym gets it as its name."),
        max_length=120,
    )
    organisation = LineField(
        label=_("Is it an organisation that is registered here?"),
        help_text=_("Its name or number. Leave it empty for a group without an organisation."),
        max_length=160,
        required=False,
    )
    sort = forms.ChoiceField(
        label=_("What sort of group is it?"),
        choices=Party.Sort.choices,
        initial=Party.Sort.UNORGANISED,
        widget=TouchRadios,
    )
    marks = forms.MultipleChoiceField(
        label=_("The group …"),
        choices=[
            ("is_touched", _("is touched by it")),
            ("knows", _("knows something about it")),
            ("can_help", _("can help")),
            ("can_block", _("can block")),
        ],
        required=False,
        widget=TouchCheckboxes,
    )
    area = forms.TypedChoiceField(
        label=_("Where does it live or work?"), coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.municipality = municipality
        areas = Area.objects.of(municipality).order_by("name")
        self.fields["area"].choices = [  # type: ignore[attr-defined]
            ("", _("Everywhere")),
            *areas.values_list("pk", "name"),
        ]

    def clean_organisation(self) -> Organisation | None:
        """Find the organisation that is meant."""
        said = self.cleaned_data["organisation"]
        if not said:
            return None
        found = organisations_named(self.municipality, said)
        if len(found) != 1:
            raise forms.ValidationError(
                _("No organisation here has this name. Choose it as it is registered."),
                code="unknown",
            )
        return found[0]

    @property
    def said_marks(self) -> dict[str, bool]:
        """Every mark, set or not."""
        return {mark: mark in self.cleaned_data["marks"] for mark in MARKS}


class ChangePartyForm(PartyForm):
    """What the map says of a group, with whether it took part."""

    came_on = DayField(
        label=_("Took part from"),
        help_text=_("The first day, if they spoke or gave something. Empty: they are missing."),
        required=False,
        widget=DayInput,
    )
    missing_because = LineField(label=_("Why are they missing?"), max_length=200, required=False)
    field_order = ("name", "sort", "marks", "area", "came_on", "missing_because")

    def __init__(self, *args: Any, party: Party, **named: Any) -> None:
        named["initial"] = {
            "name": party.name,
            "sort": party.sort,
            "marks": [mark for mark in MARKS if getattr(party, mark)],
            "area": party.area_id,
            "came_on": party.came_on,
            "missing_because": party.missing_because,
        }
        super().__init__(*args, municipality=party.municipality, **named)
        del self.fields["organisation"]
        if party.organisation_id is not None:
            del self.fields["sort"]

    def clean_came_on(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["came_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead of us."))
        return day


class InviteForm(forms.Form):
    """That a group was asked, how and when."""

    how = LineField(
        label=_("How did you ask them?"),
        help_text=_("“By telephone”, “A letter to the parents’ council” …"),
        max_length=160,
    )
    on = DayField(label=_("On which day?"), widget=DayInput, initial=timezone.localdate)


class SeatForm(forms.Form):
    """Who speaks for a party: by a letter with a key, or through the mediator."""

    channel = forms.ChoiceField(
        label=_("How do they take part?"),
        choices=[
            (Channel.WEB, _("They get a letter with an address, and sign in themselves")),
            (Channel.PHONE, _("By telephone: the mediator writes for them")),
            (Channel.PAPER, _("On paper: the mediator writes for them")),
            (Channel.MEETING, _("At the meetings: the mediator writes for them")),
        ],
        initial=Channel.WEB,
        widget=TouchRadios,
    )
    called = LineField(
        label=_("What are they called at the table?"),
        help_text=_("Whoever signs in is shown by their own name, unless under a pseudonym."),
        max_length=80,
        required=False,
    )
    email = forms.EmailField(
        label=_("E-mail for the letter"),
        help_text=_("It is not kept. Without it you get the address to hand over yourself."),
        required=False,
    )
    is_hidden = forms.BooleanField(
        label=_("Under a pseudonym: nobody but the mediator knows who it is"), required=False
    )
    behind = LineField(
        label=_("Who is it?"),
        help_text=_("Only for a pseudonym. The mediator alone reads it."),
        max_length=160,
        required=False,
    )
    reach = LineField(label=_("How to reach them"), max_length=200, required=False)
    why = LineField(label=_("Why under a pseudonym?"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the names that are needed."""
        said = super().clean() or {}
        if said.get("is_hidden") and not (said.get("called") and said.get("behind")):
            self.add_error(
                "called", _("Under a pseudonym, write the pseudonym here and who it is below.")
            )
        elif said.get("channel") != Channel.WEB and not said.get("called"):
            self.add_error("called", _("Write what they are called at the table."))
        return said
