"""Who carries out what, how members see it, and how often bodies met, as forms."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import DayField
from samskap.committees.models import AfterAnswer, Effects, Member
from samskap.committees.models.meetings_held import FIRST_YEAR, LAST_YEAR
from samskap.initiatives.forms.steps import day_input
from samskap.initiatives.models import Partner
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.organisations.queries import elected_bodies

SCALE = (
    (1, _("1 – not at all")),
    (2, "2"),
    (3, "3"),
    (4, "4"),
    (5, _("5 – wholly")),
)


class PlanForm(forms.Form):
    """Who carries out a recommendation, and by when."""

    partner = forms.ModelChoiceField(
        label=_("Who carries it out?"),
        help_text=_("Partners of the initiative can promise it. They are asked to accept."),
        queryset=Partner.objects.none(),
        empty_label=None,
    )
    due_on = DayField(label=_("By when"), widget=day_input())

    def __init__(self, *args: Any, partners: Iterable[Partner], **named: Any) -> None:
        super().__init__(*args, **named)
        listed = Partner.objects.filter(pk__in=[one.pk for one in partners])
        self.fields["partner"].queryset = listed.select_related(  # type: ignore[attr-defined]
            "organisation", "person"
        )


class ScoresForm(forms.Form):
    """Questions that are answered from 1 to 5; those of a member, or of one without an account."""

    asked: ClassVar[type[Effects] | type[AfterAnswer]]

    def __init__(self, *args: Any, on_behalf: Iterable[Member] = (), **named: Any) -> None:
        super().__init__(*args, **named)
        waiting = list(on_behalf)
        if waiting:
            self.fields["member"] = forms.ModelChoiceField(
                label=_("Whose answers are these?"),
                queryset=Member.objects.filter(pk__in=[one.pk for one in waiting]).select_related(
                    "person", "giver"
                ),
                empty_label=None,
            )
        for question in self.asked.QUESTIONS:
            self.fields[question] = forms.TypedChoiceField(
                label=self.asked._meta.get_field(question).verbose_name,  # type: ignore[union-attr]
                choices=SCALE,
                coerce=int,
                widget=forms.RadioSelect,
            )

    def whose(self, seat: Member | None) -> Member:
        """Whose answers these are: the reader’s own, or those of whoever was chosen."""
        chosen: Member | None = self.cleaned_data.get("member")
        member = chosen or seat
        assert member is not None  # noqa: S101 - the form is shown to a member, or has the field
        return member

    @property
    def scores(self) -> dict[str, int]:
        """What was answered, by question."""
        return {question: self.cleaned_data[question] for question in self.asked.QUESTIONS}


class EffectsForm(ScoresForm):
    """The six effects."""

    asked = Effects


class WeighForm(ScoresForm):
    """How a member saw the answer: three questions, and room for a word."""

    asked = AfterAnswer

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["words"] = forms.CharField(
            label=_("What would you like to say about it?"),
            help_text=_("Those who keep the committee read it. Nobody else does."),
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )


class MeetingsHeldForm(forms.Form):
    """How often an elected body met in a year, and where the number is from."""

    body = forms.ModelChoiceField(
        label=_("Which body?"), queryset=Organisation.objects.none(), empty_label=None
    )
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    meetings = forms.IntegerField(label=_("Meetings in that year"), min_value=0, max_value=366)
    source = forms.CharField(
        label=_("Where is the number from?"),
        help_text=_("For example: the archive of minutes, counted on 3 March."),
        max_length=200,
    )

    def __init__(self, *args: Any, municipality: Municipality, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["body"].queryset = elected_bodies(municipality)  # type: ignore[attr-defined]
