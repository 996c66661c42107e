"""Everything else that can be told about an initiative."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import RowsField, at_most
from samskap.base.uploads import PhotoField
from samskap.initiatives.models import Initiative, Topic
from samskap.initiatives.models.initiative import State
from samskap.places.models import Area

WRITTEN_IN = (
    ("nb", "Bokmål"),
    ("nn", "Nynorsk"),
    ("da", "Dansk"),
    ("sv", "Svenska"),
    ("se", "Davvisámegiella"),
    ("en", "English"),
)
"""The languages people write in, each by its own name."""

OWN_WORDS = ("dream", "first_solution", "helpers")
LONG = ("societal_goal", "what_is_new", "displacement_says", "own_goal")


class DescribeForm(forms.ModelForm):  # type: ignore[type-arg]
    """What may be told, in groups; nothing of it is needed to begin."""

    GROUPS: ClassVar[tuple[tuple[str | Promise, tuple[str, ...]], ...]] = (
        (_("The three answers"), ("title", *OWN_WORDS, "language")),
        (_("What it is about"), ("societal_goal", "what_is_new", "field", "topics", "areas")),
        (_("A photo"), ("photo", "photo_says")),
        (
            _("Does it move public tasks out?"),
            ("displacement", "displacement_says"),
        ),
        (_("For the ladder of co-creation"), ("own_goal", "is_preprogrammed")),
    )

    topics = RowsField(
        label=_("Topics"),
        queryset=Topic.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    areas = RowsField(
        label=_("Places"),
        queryset=Area.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    photo = PhotoField(label=_("Photo"), required=False)
    language = forms.ChoiceField(label=_("Written in"), choices=WRITTEN_IN)

    class Meta:
        model = Initiative
        formfield_callback = at_most(4000)
        fields = (
            "title", "dream", "first_solution", "helpers", "language", "societal_goal",
            "what_is_new", "field", "topics", "areas", "photo", "photo_says", "displacement",
            "displacement_says", "own_goal", "is_preprogrammed",
        )  # fmt: skip
        help_texts = {
            "societal_goal": _("What gets better for everybody when this succeeds?"),
            "what_is_new": _("What is different from how it is done today?"),
            "photo_says": _("For those who cannot see it. Show no children’s faces."),
            "displacement": _("All can read the answer. Volunteers add, they do not replace."),
            "displacement_says": _("For example: what the employees and their unions say."),
            "own_goal": _("If this is about one person’s service: their goal, in their words."),
            "is_preprogrammed": _("Tick this only if those who take part can change nothing."),
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 3})
            for name in (
                *OWN_WORDS,
                "societal_goal",
                "what_is_new",
                "displacement_says",
                "own_goal",
            )
        }

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        municipality = self.instance.municipality
        self.fields["topics"].queryset = Topic.objects.of(municipality)  # type: ignore[attr-defined]
        self.fields["areas"].queryset = Area.objects.of(municipality)  # type: ignore[attr-defined]
        if self.instance.state not in (State.IDEA, State.DEFINING):
            for name in OWN_WORDS:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A photo comes with words."""
        told = super().clean() or {}
        if told.get("photo") and not told.get("photo_says", "").strip():
            self.add_error("photo_says", _("Write what the photo shows."))
        return told

    def groups(self) -> Iterator[tuple[str | Promise, list[forms.BoundField]]]:
        """Give the fields group by group, as the page lays them out."""
        for title, names in self.GROUPS:
            yield title, [self[name] for name in names if name in self.fields]

    def facts(self) -> dict[str, Any]:
        """What the action takes: only what was changed."""
        told = {name: self.cleaned_data[name] for name in self.changed_data}
        if "photo" in told and not told["photo"]:
            told["photo"] = ""
        return told


class RewriteForm(forms.Form):
    """From “solve for” to “create with” (S3:30.2): three small answers make one question."""

    who = forms.CharField(
        label=_("Who lives with it?"),
        help_text=_("The people it concerns, as they would say it. For example: us over 80."),
        max_length=120,
    )
    bring = forms.CharField(
        label=_("What do they know, or can they do?"),
        help_text=_("For example: cook, know every neighbour, have time in the evening."),
        max_length=160,
        required=False,
    )
    what = forms.CharField(
        label=_("What should come of it?"),
        help_text=_("What you would see if it went well. For example: nobody eats alone."),
        max_length=200,
    )

    def question(self) -> str:
        """Put the three answers together into one joint question."""
        said = {name: value.strip().rstrip(".?!") for name, value in self.cleaned_data.items()}
        if said["bring"]:
            words = gettext(
                "How can we, with %(who)s, who bring this: %(bring)s, come to this: %(what)s?"
            )
        else:
            words = gettext("How can we, with %(who)s, come to this: %(what)s?")
        return words % said
