"""What those fill in who keep the minutes: who came, and what the paper cards said."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.design.forms import TouchCheckboxes
from samskap.ledger.models import Giver
from samskap.meetings import carding
from samskap.meetings.forms.events import MOST_PEOPLE
from samskap.meetings.models import CardSheet, Event, around
from samskap.people.models import Person


def without_account(name: str) -> str:
    """How somebody is named in the list who has no account."""
    return _("%(name)s (without an account)") % {"name": name}


class WhoCameForm(forms.Form):
    """Who of those expected came, and who writes the minutes."""

    came = forms.MultipleChoiceField(
        label=_("Who came?"),
        help_text=_("Tick those who did. The others are written down as not there."),
        widget=TouchCheckboxes,
        required=False,
    )
    secretary = forms.ChoiceField(
        label=_("Who writes the minutes?"),
        help_text=_("Besides you who hold it."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        event: Event,
        people: list[Person],
        guests: Mapping[Giver, str],
        may_name: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.guests = {f"guest-{giver.pk}": giver for giver in guests}
        names = [(key, person.shown_name) for key, person in self.people.items()]
        came: Any = self.fields["came"]
        secretary: Any = self.fields["secretary"]
        came.choices = [
            *names,
            *((key, without_account(guests[giver])) for key, giver in self.guests.items()),
        ]
        came.initial = [
            *map(str, event.attendances.filter(came=True).values_list("person", flat=True)),
            *(
                f"guest-{key}"
                for key in event.guest_attendances.filter(came=True).values_list("giver", flat=True)
            ),
        ]
        secretary.choices = [("", _("Nobody else")), *names]
        secretary.initial = str(around(event).secretary_id or "")
        if not may_name:
            del self.fields["secretary"]

    @property
    def keys(self) -> list[int]:
        """The keys of those who came."""
        return [int(key) for key in self.cleaned_data["came"] if key in self.people]

    @property
    def guest_keys(self) -> list[int]:
        """The keys of the givers behind those who came and have no account."""
        return [self.guests[key].pk for key in self.cleaned_data["came"] if key in self.guests]

    @property
    def named(self) -> Person | None:
        """Who writes the minutes; nobody besides those who hold it."""
        return self.people.get(self.cleaned_data["secretary"])


class CardsForm(forms.Form):
    """How many paper cards there are, and how many in each group."""

    cards = forms.IntegerField(
        label=_("How many cards were handed in?"), min_value=1, max_value=MOST_PEOPLE
    )
    first_time = forms.IntegerField(
        label=_("How many say that they are here for the first time?"),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        sheet: CardSheet | None,
        groups: Mapping[str, Mapping[str, carding.Said]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups
        for dimension, words in groups.items():
            for group, word in words.items():
                self.fields[f"{dimension}_{group}"] = forms.IntegerField(
                    label=f"{carding.title_of(dimension)}: {word}",
                    min_value=0,
                    max_value=MOST_PEOPLE,
                    required=False,
                )
        if sheet:
            self.initial = {"cards": sheet.cards, "first_time": sheet.first_time} | {
                f"{dimension}_{group}": n
                for dimension, counts in sheet.counts.items()
                for group, n in counts.items()
            }

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Dimension → group → cards."""
        return {
            dimension: {
                group: self.cleaned_data.get(f"{dimension}_{group}") or 0 for group in words
            }
            for dimension, words in self.groups.items()
        }

    def clean(self) -> dict[str, Any]:
        """Refuse more in the groups of a dimension than there are cards."""
        said = super().clean() or self.cleaned_data
        cards = said.get("cards")
        if cards is None:
            return said
        sums = {
            f"{dimension}_{next(iter(groups))}": sum(groups.values())
            for dimension, groups in self.counts.items()
        }
        for name, counted in {**sums, "first_time": said.get("first_time") or 0}.items():
            if counted > cards:
                words = _("There are %(cards)s cards, but %(counted)s here.")
                wrong = forms.ValidationError(words, params={"cards": cards, "counted": counted})
                self.add_error(name, wrong)
        return said
