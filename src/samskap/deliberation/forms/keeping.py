"""What those who keep a deliberation fill in."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import DayField, at_most
from samskap.base.lines import LineField, one_line
from samskap.deliberation.models import Deliberation, Moderation, Writers
from samskap.design.forms import CountedTextarea, DayInput, FoldedFields, TouchRadios
from samskap.people.models import Level

MOST_SEEDS = 50
SHORTEST, LONGEST = 40, 1000
FIELDS = (
    *("question", "about", "least", "share_statements", "moderation", "rules"),
    *("longest", "language"),
)
WHO_VOTES = [
    (Level.ANONYMOUS, _("Everybody, without signing in")),
    (Level.REACHABLE, _("Those who sign in with a code by e-mail")),
    (Level.IDENTIFIED, _("Those who sign in with a national e-ID")),
]


class DeliberationForm(FoldedFields, forms.ModelForm):  # type: ignore[type-arg]
    """What is asked, who may answer, and what was agreed about statements."""

    opens_on = DayField(label=_("First day"), widget=DayInput)
    closes_on = DayField(
        label=_("Last day"),
        help_text=_("May stay empty: then you close it yourself."),
        widget=DayInput,
        required=False,
    )
    least = forms.TypedChoiceField(
        label=_("Who may vote?"),
        choices=WHO_VOTES,
        coerce=int,
        initial=Level.ANONYMOUS,
        widget=TouchRadios,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    folded: tuple[str, ...] = ("share_statements", "longest", "language")
    folded_says = _("More choices")

    class Meta:
        model = Deliberation
        formfield_callback = at_most(4000)
        fields = FIELDS
        widgets = {
            "about": CountedTextarea(most=4000),
            "rules": CountedTextarea(most=4000, attrs={"rows": 4}),
            "moderation": TouchRadios,
            "share_statements": TouchRadios,
        }
        help_texts = {
            "question": _("One question that people can answer by statements."),
            "rules": _(
                "What was agreed beforehand: what is set aside, and who reads. Everybody sees it"
                " before they write. Change what stands here until it is what you agreed on."
            ),
            "longest": _("Characters, from 40 to 1,000."),
        }

    field_order: Any = (
        *("question", "about", "seeds", "opens_on", "closes_on", "least", "moderation", "rules"),
        *("share_statements", "longest", "language"),
    )

    def __init__(self, *args: Any, zone: str, **named: Any) -> None:
        super().__init__(*args, **named)
        self.zone = ZoneInfo(zone)
        fields: Any = self.fields
        for name, choices in (
            ("moderation", Moderation.choices),
            ("share_statements", Writers.choices),
        ):
            fields[name].choices = choices
        fields["rules"].required = True
        fields["longest"].min_value, fields["longest"].max_value = SHORTEST, LONGEST
        fields["longest"].widget.attrs |= {"min": SHORTEST, "max": LONGEST}
        if self.instance.pk:
            fields["opens_on"].initial = self.day_of(self.instance.opens_at)
            if closes_at := self.instance.closes_at:
                fields["closes_on"].initial = self.day_of(closes_at - timedelta(seconds=1))
        else:
            fields["opens_on"].initial = timezone.localdate(timezone=self.zone)
            fields["language"].initial = get_language()
            fields["rules"].initial = proposed_rules()

    def day_of(self, moment: datetime) -> date:
        """The day of a moment, by the clock on the wall there."""
        return timezone.localdate(moment, timezone=self.zone)

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first, or one that has passed, and impossible lengths."""
        said = super().clean() or self.cleaned_data
        opens, closes, longest = said.get("opens_on"), said.get("closes_on"), said.get("longest")
        if closes and closes < timezone.localdate(timezone=self.zone):
            self.add_error("closes_on", _("This day has passed. Choose one that is still ahead."))
        elif opens and closes and closes < opens:
            self.add_error("closes_on", _("The last day cannot come before the first."))
        if longest is not None and not SHORTEST <= longest <= LONGEST:
            self.add_error("longest", _("Let a statement be between 40 and 1,000 characters."))
        return said

    def facts(self) -> dict[str, Any]:
        """What was filled in, as a deliberation keeps it: days as moments."""
        said = self.cleaned_data
        today = timezone.localdate(timezone=self.zone)
        opens_at = self.start_of(said["opens_on"])
        if said["opens_on"] == today and not self.instance.pk:
            opens_at = timezone.now()
        closes = said["closes_on"]
        return {
            **{name: said[name] for name in FIELDS},
            "opens_at": opens_at,
            "closes_at": self.start_of(closes + timedelta(days=1)) if closes else None,
        }

    def start_of(self, day: date) -> datetime:
        """The moment at which a day begins there."""
        return datetime.combine(day, time.min, self.zone)


def proposed_rules() -> str:
    """Rules to begin from, in the language of whoever starts a deliberation."""
    return gettext(
        "What answers the question is shown, whether we like it or not. Set aside is what points at"
        " private persons, threatens or spreads hatred, advertises, or says again what stands here"
        " already. Those who keep the deliberation read. Whoever is set aside reads why, and can"
        " ask once that somebody else looks."
    )


class StartForm(DeliberationForm):
    """The same, with the statements that it starts with."""

    public_id = forms.UUIDField(widget=forms.HiddenInput)
    seeds = forms.CharField(
        label=_("Statements to start with, one on each line"),
        help_text=_("Ten or so that differ. Let people of different minds write them."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
        required=False,
    )

    def clean_seeds(self) -> list[str]:
        """Take each line once."""
        return lines_of(self.cleaned_data["seeds"])

    def clean(self) -> dict[str, Any]:
        """Refuse seeds that are too long or too many."""
        said = super().clean()
        for wrong in too_long(said.get("seeds") or [], said.get("longest") or LONGEST):
            self.add_error("seeds", wrong)
        return said


def lines_of(text: str) -> list[str]:
    """The lines of a text, each once. Refuses more than fifty with a ValidationError."""
    lines = dict.fromkeys(filter(None, map(one_line, text.splitlines())))
    if len(lines) > MOST_SEEDS:
        words = _("At most %(most)s lines at a time. Add the rest afterwards.")
        raise forms.ValidationError(words, params={"most": MOST_SEEDS})
    return list(lines)


def short_lines_of(text: str, longest: int) -> list[str]:
    """The lines of a text, each once. Refuses those that are too long with a ValidationError."""
    lines = lines_of(text)
    if wrong := too_long(lines, longest):
        raise forms.ValidationError(wrong)
    return lines


def too_long(lines: list[str], longest: int) -> list[forms.ValidationError]:
    """What is wrong with each line that has more characters than a statement may have."""
    words = _("“%(begin)s …” is longer than %(longest)s characters. Make it shorter.")
    return [
        forms.ValidationError(words, params={"begin": line[:40], "longest": longest})
        for line in lines
        if len(line) > longest
    ]


class ReasonForm(forms.Form):
    """Why it is closed, or opened again."""

    reason = LineField(label=_("Why?"), help_text=_("Everybody can read it."), max_length=300)


class SeedForm(forms.Form):
    """More statements by those who keep it."""

    seeds = forms.CharField(
        label=_("Statements, one on each line"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)

    def __init__(self, *args: Any, deliberation: Deliberation, **named: Any) -> None:
        super().__init__(*args, **named)
        self.longest = deliberation.longest
        self.fields["language"].initial = deliberation.language

    def clean_seeds(self) -> list[str]:
        """Take each line once, none too long."""
        return short_lines_of(self.cleaned_data["seeds"], self.longest)


class PlaceForm(forms.Form):
    """A place whose network many share."""

    name = LineField(
        label=_("What is the place called?"),
        help_text=_("For example: the library."),
        max_length=80,
    )
    address = forms.GenericIPAddressField(
        label=_("Its network address"),
        help_text=_("Leave it empty where you are at the place, on its network, just now."),
        required=False,
    )
    most = forms.IntegerField(
        label=_("How many people may vote there on one day?"),
        min_value=1,
        max_value=5000,
        initial=200,
    )


class AsideForm(forms.Form):
    """Why a statement is set aside."""

    reason = forms.CharField(
        label=_("Why is it set aside?"),
        help_text=_("The writer reads it. Name the rule."),
        max_length=1000,
        widget=CountedTextarea(most=1000, attrs={"rows": 3}),
    )


class AppealAnswerForm(forms.Form):
    """What becomes of a statement after another look."""

    shows = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[("yes", _("Show it after all")), ("no", _("It stays set aside"))],
        coerce=lambda said: said == "yes",
        widget=TouchRadios,
    )
    answer = forms.CharField(
        label=_("Your answer to the writer"),
        max_length=1000,
        widget=CountedTextarea(most=1000, attrs={"rows": 3}),
    )
