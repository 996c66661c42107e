"""What people fill in: an event, how it was, why it is called off, an idea out of it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField, at_most
from samskap.base.modules import announced
from samskap.base.wall_clock import moments_of
from samskap.design.forms import (
    CountedTextarea,
    DayInput,
    FoldedFields,
    TimeInput,
    TouchCheckboxes,
)
from samskap.initiatives.forms.hands import HandForm
from samskap.initiatives.models import Initiative
from samskap.ledger.models import Contribution
from samskap.meetings.models import Arrangement, Event, Offer, around
from samskap.meetings.queries.events import adopted_in
from samskap.municipalities.models import Country

MOST_PEOPLE = 10_000
MOST_HOURS = 1000
ARRANGED = (
    *("online_url", "hides_link", "offers", "offers_text"),
    *("group", "by_law", "closed_because"),
)
NOTHING_ARRANGED = {name: getattr(Arrangement(), name) for name in ARRANGED}
TO_WRITE = ("title", "kind", "text", "place", "for_whom", "capacity", "language")


class EventForm(FoldedFields, forms.ModelForm):  # type: ignore[type-arg]
    """What an event says of itself; its time by the clock on the wall there."""

    day = DayField(label=_("Which day?"), widget=DayInput)
    opens = forms.TimeField(label=_("From"), widget=TimeInput)
    closes = forms.TimeField(
        label=_("Until"),
        help_text=_("At or before the start means the day after."),
        widget=TimeInput,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=settings.LANGUAGES)
    online_url = forms.URLField(
        label=_("Link to take part online"),
        help_text=_("May stay empty. An event has a place, a link, or both."),
        max_length=300,
        required=False,
        assume_scheme="https",
    )
    hides_link = forms.BooleanField(
        label=_("Show the link only to those who come"), required=False, initial=True
    )
    offers = forms.MultipleChoiceField(
        label=_("What do you offer, so that more can come?"),
        choices=Offer.choices,
        widget=TouchCheckboxes,
        required=False,
    )
    offers_text = forms.CharField(
        label=_("More about it"),
        help_text=_("For instance: lift on the left, childcare from two years, bus at 17.30."),
        max_length=200,
        required=False,
    )
    group = forms.CharField(
        label=_("Which group meets?"),
        help_text=_("For instance a working group. May stay empty."),
        max_length=80,
        required=False,
    )
    by_law = forms.BooleanField(
        label=_("It is a meeting of a body under the Local Government Act"),
        help_text=_("Then its agenda is public beforehand, minutes are kept and it is open."),
        required=False,
    )
    closed_because = forms.CharField(
        label=_("If it is closed: by which paragraph, and why?"),
        help_text=_("For instance § 11-5, third paragraph: personal matters."),
        max_length=200,
        required=False,
    )
    folded = ("for_whom", "capacity", *ARRANGED)
    folded_says = _("Online, childcare, interpreter, how many can come, and more")

    class Meta:
        model = Event
        formfield_callback = at_most(4000)
        fields = TO_WRITE
        widgets = {"text": CountedTextarea(most=4000)}
        help_texts = {
            "for_whom": _("May stay empty: then everybody is welcome."),
            "capacity": _("May stay empty: then as many as like."),
        }

    field_order: Any = (
        *("title", "kind", "day", "opens", "closes", "place"),
        *("text", "for_whom", "capacity", *ARRANGED, "grown_from", "hand", "language"),
    )

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initiative = initiative
        self.zone = initiative.municipality.preset.time_zone
        self.fields["kind"].choices = Event.Kind.choices  # type: ignore[attr-defined]
        if initiative.municipality.country != Country.NORWAY:
            del self.fields["by_law"]
            self.fields["closed_because"].label = _("If it is closed: why?")
            self.fields["closed_because"].help_text = ""
        capacity: Any = self.fields["capacity"]
        capacity.min_value, capacity.max_value = 1, MOST_PEOPLE
        capacity.widget.attrs |= {"min": 1, "max": MOST_PEOPLE}
        self.fields["place"].required = False
        if self.instance.pk:
            starts, ends = map(timezone.localtime, (self.instance.starts_at, self.instance.ends_at))
            times = {"day": starts.date(), "opens": starts.time(), "closes": ends.time()}
            arranged = {name: getattr(around(self.instance), name) for name in ARRANGED}
            self.initial = {**self.initial, **times, **arranged}
        else:
            asked = announced("meets_by_law")
            self.initial.setdefault("by_law", any(by_law(initiative) for by_law in asked))
            self.fields["language"].initial = get_language()

    def clean_capacity(self) -> int | None:
        """Refuse room for nobody, and for more than there are."""
        capacity: int | None = self.cleaned_data["capacity"]
        if capacity is not None and not 1 <= capacity <= MOST_PEOPLE:
            words = _("Write a number from 1 to %(most)s, or leave it empty.")
            raise forms.ValidationError(words, params={"most": MOST_PEOPLE})
        return capacity

    def clean(self) -> dict[str, Any]:
        """Turn the day and the clock into moments, and refuse what has passed."""
        said = super().clean() or self.cleaned_data
        times: list[Any] = [said.get(name) for name in ("day", "opens", "closes")]
        if None not in times:
            day, opens, closes = times
            self.starts_at, self.ends_at = moments_of(day, opens, closes, self.zone)
            if self.ends_at <= timezone.now():
                self.add_error("day", _("This time has passed. Choose one that is still ahead."))
        has_link = said.get("online_url") or "online_url" in self.errors
        if not said.get("place") and not has_link and "place" not in self.errors:
            self.add_error("place", _("Write where it is, or give a link to take part online."))
        return said

    @property
    def facts(self) -> dict[str, Any]:
        """What an action takes."""
        words = {name: self.cleaned_data[name] for name in TO_WRITE}
        arranged = NOTHING_ARRANGED | {
            name: self.cleaned_data[name] for name in ARRANGED if name in self.fields
        }
        times = {"starts_at": self.starts_at, "ends_at": self.ends_at}
        if not self.instance.pk and arranged == NOTHING_ARRANGED:
            return words | times
        return words | times | {"arranged": arranged}

    def _post_clean(self) -> None:
        """Leave the row as it is: the action changes it, and the database keeps its promises."""


class AnnounceForm(HandForm, EventForm):
    """A new event: also who holds it, and which idea it grew out of."""

    grown_from: Any = forms.ModelChoiceField(
        label=_("Which idea did it grow out of?"),
        help_text=_("May stay empty. Whoever gave the idea will see what became of it."),
        queryset=Contribution.objects.none(),
        required=False,
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, initiative=initiative, **kwargs)
        self.fields["hand"].label = _("Who holds it?")
        grown_from: Any = self.fields["grown_from"]
        grown_from.queryset = adopted_in(initiative)
        grown_from.label_from_instance = lambda given: given.standing.caption
        if not grown_from.queryset[:1]:
            del self.fields["grown_from"]


class CallOffForm(forms.Form):
    """Why an event is called off."""

    because = forms.CharField(
        label=_("Why?"),
        help_text=_("Those who wanted to come will read it."),
        max_length=200,
    )


class HowItWasForm(forms.Form):
    """How an event was."""

    came = forms.IntegerField(label=_("How many came?"), min_value=0, max_value=MOST_PEOPLE)
    came_new = forms.IntegerField(
        label=_("How many of them for the first time?"),
        help_text=_("As well as you know. May stay empty."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )
    changed = forms.CharField(
        label=_("What has it changed?"),
        help_text=_("One sentence: what is different about the place now?"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    hours = forms.DecimalField(
        label=_("Hours that you who held it gave, together"),
        help_text=_("With what came before and after. They are written down once."),
        min_value=Decimal(0),
        max_value=MOST_HOURS,
        max_digits=6,
        decimal_places=2,
        required=False,
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = {name: getattr(event, name) for name in ("came", "came_new", "changed")}
        self.initial = {**self.initial, **told}
        if event.work_id or not event.initiative.is_open:
            del self.fields["hours"]

    def clean(self) -> dict[str, Any]:
        """Refuse more new ones than came."""
        said = super().clean() or self.cleaned_data
        if (said.get("came_new") or 0) > (said.get("came") or 0):
            self.add_error("came_new", _("Those who are new are among those who came."))
        return said


class IdeaForm(HandForm):
    """An idea that came up at an event."""

    title = forms.CharField(label=_("The idea in one line"), max_length=120)
    text = forms.CharField(
        label=_("Tell more"),
        max_length=4000,
        required=False,
        widget=CountedTextarea(most=4000),
    )
    field_order = ("title", "text", "hand")
