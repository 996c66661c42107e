"""The fast track and pilots, as forms."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.committees.forms.recommendations import WayForm, some_sentences
from samskap.committees.models import FastTrack, Pilot
from samskap.design.forms import DayInput, TouchRadios
from samskap.ideas.models import Idea

MOST_PEOPLE = 10_000


class MarkForm(WayForm):
    """Which idea is obviously good, and why."""

    idea = forms.ModelChoiceField(
        label=_("Which idea?"), queryset=Idea.objects.none(), empty_label=None
    )
    why = some_sentences(
        _("Why is it obviously good?"),
        _("If this needs many words, recommend it instead, and let the elected body answer."),
    )
    field_order = ("idea", "why", "way")

    def __init__(self, *args: Any, ideas: Iterable[Idea], **named: Any) -> None:
        super().__init__(*args, **named)
        keys = [idea.pk for idea in ideas]
        self.fields["idea"].queryset = Idea.objects.filter(pk__in=keys)  # type: ignore[attr-defined]


class AcceptForm(forms.Form):
    """By which authority somebody lets an idea through."""

    delegation = forms.CharField(
        label=_("By which delegation may you decide this?"),
        help_text=_("For example: delegation rules § 4-2, or the number of a case."),
        max_length=200,
    )
    given_by = forms.CharField(label=_("Who gave it?"), max_length=120)
    given_on = DayField(label=_("When was it given?"), widget=DayInput)


class RefuseForm(forms.Form):
    """Why an idea has to wait."""

    because = some_sentences(_("Why does it have to wait?"))


class StartForm(forms.Form):
    """The day on which an idea starts."""

    on = DayField(label=_("On which day does it start?"), widget=DayInput)


class WhoTakesPartForm(forms.Form):
    """How many take part in a pilot, and how they can."""

    participants = forms.IntegerField(
        label=_("How many take part?"), min_value=0, max_value=MOST_PEOPLE
    )
    co_designers = forms.IntegerField(
        label=_("How many of them help to shape it?"),
        help_text=_("Those it is for know what works. Only the number is kept, never a name."),
        min_value=0,
        max_value=MOST_PEOPLE,
    )
    interpreted_into = forms.CharField(
        label=_("Which languages is it interpreted into?"),
        help_text=_("May stay empty."),
        max_length=120,
        required=False,
    )
    is_in_plain_language = forms.BooleanField(
        label=_("Everything is written and said in plain language"), required=False
    )


class PilotForm(WhoTakesPartForm):
    """What is tried, until when, and what makes it stop."""

    title = forms.CharField(label=_("What do you try, in one line?"), max_length=120)
    tries = some_sentences(_("What do you try, and with whom?"))
    stop_rule = some_sentences(
        _("What makes you stop at once?"),
        _("For example: more than two take part no longer, or a company withdraws."),
    )
    starts_on = DayField(label=_("First day"), widget=DayInput)
    ends_on = DayField(label=_("Last day"), widget=DayInput)
    fast_track = forms.ModelChoiceField(
        label=_("Does it come from the fast track?"),
        queryset=FastTrack.objects.none(),
        required=False,
        empty_label=_("No"),
    )
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    field_order = (
        *("title", "tries", "stop_rule", "starts_on", "ends_on", "participants", "co_designers"),
        *("interpreted_into", "is_in_plain_language", "fast_track", "public_id"),
    )

    def __init__(self, *args: Any, fast_tracks: Iterable[FastTrack], **named: Any) -> None:
        super().__init__(*args, **named)
        offered = list(fast_tracks)
        if not offered:
            del self.fields["fast_track"]
            return
        field: Any = self.fields["fast_track"]
        field.queryset = FastTrack.objects.filter(
            pk__in=[one.pk for one in offered]
        ).select_related("idea")
        field.label_from_instance = lambda one: one.idea.title


class StopForm(forms.Form):
    """What happened that the stop rule speaks of."""

    what_happened = some_sentences(_("What happened?"), _("Every member hears of it."))


class ResultForm(WhoTakesPartForm):
    """What a pilot showed."""

    result = some_sentences(_("What did you find out?"))
    field_order = ("result",)


class KeepForm(WayForm):
    """Whether what was tried is kept, as a question to the committee."""

    outcome = forms.ChoiceField(
        label=_("What do you ask the committee?"),
        choices=[
            (Pilot.Outcome.KEEP, _("Shall we keep it?")),
            (Pilot.Outcome.STOP, _("Shall we stop it?")),
        ],
        initial=Pilot.Outcome.KEEP,
        widget=TouchRadios,
    )
    field_order = ("outcome", "way")
