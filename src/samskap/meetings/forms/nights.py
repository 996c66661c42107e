"""What people fill in about a night: keeping it, staying it, saying yes to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskap.base.limits import at_most
from samskap.base.lines import LineField
from samskap.meetings.models import Night, Stay
from samskap.people.models.person import OF_AGE

YOUNGEST, OLDEST, MOST_WORDS = 6, 25, 2000


class NightForm(forms.ModelForm):  # type: ignore[type-arg]
    """For whom a night is, what guardians say yes to, and how many watch."""

    class Meta:
        model = Night
        formfield_callback = at_most(MOST_WORDS)
        fields = ("age_least", "age_most", "says", "persons_per_host", "hosts_least")
        widgets = {"says": forms.Textarea({"rows": 5})}
        help_texts = {
            "says": _("Where they sleep, who watches, what they do, how they get home."),
            "persons_per_host": _("Ten, or fewer where they are young or need more help."),
        }

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name, least, most in (
            ("age_least", YOUNGEST, OLDEST),
            ("age_most", YOUNGEST, OLDEST),
            ("persons_per_host", 1, 10),
            ("hosts_least", 2, 50),
        ):
            field: Any = self.fields[name]
            self.fields[name] = forms.IntegerField(
                label=field.label,
                help_text=field.help_text,
                initial=field.initial,
                min_value=least,
                max_value=most,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse ages that are the wrong way round."""
        said = super().clean() or self.cleaned_data
        if not self.errors and said["age_most"] < said["age_least"]:
            self.add_error("age_most", _("The highest age is not below the lowest."))
        return said

    def _post_clean(self) -> None:
        """Leave the row as it is: the action changes it, and the database keeps its promises."""


class ContactForm(forms.Form):
    """Whom to call at night, and what those on watch must know."""

    contact_name = LineField(
        label=_("Whom do we call?"),
        help_text=_("Only those on watch see this, during the event. It is deleted after it."),
        max_length=120,
    )
    contact_phone = LineField(
        label=_("Telephone"),
        max_length=40,
        widget=forms.TextInput({"type": "tel", "autocomplete": "off"}),
    )
    must_know = LineField(
        label=_("Is there anything that those on watch must know?"),
        help_text=_("Allergies, medicine, sleepwalking. May stay empty."),
        max_length=500,
        required=False,
    )


class StayForm(ContactForm):
    """A young person who would like to stay the night."""

    age = forms.IntegerField(
        label=_("How old are you on that day?"), min_value=YOUNGEST, max_value=OLDEST
    )
    guardian_email = forms.EmailField(
        label=_("E-mail of a parent or guardian"),
        help_text=_("Under 18: they get a letter, and say yes or no without an account."),
        required=False,
    )
    field_order = ("age", "guardian_email", "contact_name", "contact_phone", "must_know")

    def __init__(
        self, *args: Any, night: Night, age: int | None, known: Stay | None = None, **named: Any
    ) -> None:
        if known:
            named["initial"] = {name: getattr(known, name) for name in self.base_fields}
        super().__init__(*args, **named)
        self.night, self.known_age = night, age
        self.asked = known if known and known.needs_leave else None
        for name in ("contact_name", "contact_phone"):
            self.fields[name].required = False
        self.fields["contact_name"].help_text = _(
            "Under 18 your guardian says this. Only those on watch see it, during the event."
        )
        if age is not None:
            del self.fields["age"]
        if self.asked and self.asked.is_answered:  # what the guardian said is theirs to change
            for name in ("guardian_email", "contact_name", "contact_phone", "must_know"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse whoever the night is not for, and ask for what their age needs."""
        said = super().clean() or self.cleaned_data
        age = said.setdefault("age", self.known_age)
        if age is None:
            return said
        if self.asked:
            age = min(age, self.asked.age)
        if not self.night.age_least <= age <= self.night.age_most:
            words = _("This night is for those from %(least)s to %(most)s.")
            raise forms.ValidationError(
                words, params={"least": self.night.age_least, "most": self.night.age_most}
            )
        if age < OF_AGE and not (said.get("guardian_email") or self.asked):
            if "guardian_email" not in self.errors:
                self.add_error("guardian_email", _("Under 18 we ask a parent or guardian."))
        elif age >= OF_AGE and not said.get("contact_phone"):
            self.add_error("contact_phone", _("Write whom we can call at night."))
        return said


class PaperStayForm(ContactForm):
    """A young person without an account, whose guardian said yes on paper."""

    name = LineField(
        label=_("What is the young person called?"),
        help_text=_("The first name is enough where everybody knows who it is."),
        max_length=120,
    )
    age = forms.IntegerField(
        label=_("How old are they on that day?"), min_value=YOUNGEST, max_value=OLDEST
    )
    field_order = ("name", "age", "contact_name", "contact_phone", "must_know")


class CertificateForm(forms.Form):
    """For what a certificate was seen."""

    purpose = LineField(label=_("What is it for?"), max_length=120, required=False)
