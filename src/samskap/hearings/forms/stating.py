"""Saying something, writing it down for others, changing it, withholding it, answering it."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samskap.base.languages import CONTENT_LANGUAGES
from samskap.base.limits import DayField
from samskap.base.lines import LineField
from samskap.design.forms import CountedTextarea, DayInput, TouchRadios
from samskap.hearings.forms.files import NO_MAIL, MailField, PaperField
from samskap.hearings.forms.planning import label_of
from samskap.hearings.letters import Mail, NoMail, mail_in_file, mail_in_words
from samskap.hearings.models import Answer, Hearing, HearingStatement, Recipient
from samskap.initiatives.forms.hands import widget_for
from samskap.ledger.hands import HandChoice
from samskap.ledger.models import ActorKind

MOST = 20_000  # characters of a statement
Way = HearingStatement.Way


class WordsForm(forms.Form):
    """The words of a statement."""

    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=label_of(HearingStatement, "text"),
        max_length=MOST,
        widget=CountedTextarea(most=MOST),
    )
    language = forms.ChoiceField(label=_("Written in"), choices=CONTENT_LANGUAGES)
    attachment = PaperField(
        label=_("Attachment"),
        help_text=_(
            "A PDF or a picture, at most 10 MB. Only you and those who answer can open it; others"
            " can ask the municipality for it."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["language"].initial = get_language()


class StateForm(WordsForm):
    """A statement that somebody gives for themselves or for an organisation."""

    field_order = ("text", "hand", "attachment", "language")

    def __init__(
        self, *args: Any, hands: list[HandChoice], is_signed_in: bool, **named: Any
    ) -> None:
        super().__init__(*args, **named)
        if len(hands) > 1:
            choices = [(hand.key, hand.title) for hand in hands]
            self.fields["hand"] = forms.ChoiceField(
                label=_("For whom do you speak?"), choices=choices, widget=widget_for(len(hands))
            )
            self.fields["hand"].initial = hands[0].key
        if not is_signed_in:  # a file cannot wait until the address is confirmed
            del self.fields["attachment"]
        self.order_fields(self.field_order)
        self.only_hand = hands[0].key

    @property
    def hand_key(self) -> str:
        """The name that was chosen, or the only one there is."""
        return str(self.cleaned_data.get("hand") or self.only_hand)


class EnterForm(WordsForm):
    """A statement that came by e-mail, in a letter or by telephone, as it came.

    An e-mail that is pasted whole, or sent along as a file, is read: `read` is what was found, and
    `to_check` the form filled in with it. It is never saved as it came.
    """

    mail = MailField(
        label=_("The e-mail as a file"),
        help_text=_(
            "Instead of pasting it: save it in the mail program as .eml, at most 10 MB. The file"
            " is read and not kept."
        ),
        required=False,
    )
    way = forms.ChoiceField(
        label=_("How did it come in?"),
        choices=[choice for choice in Way.choices if choice[0] != Way.WEB],
        widget=TouchRadios,
        initial=Way.EMAIL,
    )
    received_on = DayField(
        label=_("On which day did it come in?"),
        help_text=_("This day says whether it was in time."),
        widget=DayInput,
        initial=timezone.localdate,
    )
    recipient = forms.ModelChoiceField(
        label=_("Is it from one of those who were asked?"),
        queryset=Recipient.objects.none(),
        required=False,
        empty_label=_("No, from somebody else"),
    )
    name = LineField(
        label=_("Who gave it?"),
        help_text=_("A name, if they want it shown. It may stay empty."),
        max_length=120,
        required=False,
    )
    reach = LineField(
        label=_("How do we reach them with the answer?"),
        help_text=_("An address or a telephone number. Only those who answer see it."),
        max_length=200,
        required=False,
    )
    actor_kind = forms.ChoiceField(
        label=_("They speak as"), choices=ActorKind.choices, initial=ActorKind.RESIDENT
    )
    field_order = (
        *("text", "mail", "way", "received_on", "recipient", "name", "reach", "actor_kind"),
        *("attachment", "language"),
    )

    def __init__(self, *args: Any, hearing: Hearing, **named: Any) -> None:
        super().__init__(*args, **named)
        self.hearing = hearing
        self.read: Mail | None = None
        words = self.fields["text"]
        words.label = _("What it says")
        words.help_text = _(
            "Paste an e-mail whole, from “From” on: name, address and day are read from it, and you"
            " check them."
        )
        words.widget.attrs["rows"] = 10
        words.required = "mail" not in self.files
        asked = hearing.recipients.select_related("organisation")
        self.fields["recipient"].queryset = asked  # type: ignore[attr-defined]

    def clean_received_on(self) -> date:
        """Refuse a day that has not come, or that lies before it opened."""
        day: date = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day lies ahead of us. Write the day it was given."))
        if day < self.hearing.opens_on:
            raise forms.ValidationError(_("The hearing was not open on that day."))
        return day

    def clean(self) -> dict[str, Any]:
        """Read the e-mail, if that is what was pasted or sent along."""
        said = super().clean() or {}
        zone = self.hearing.municipality.preset.time_zone
        file: bytes | None = said.pop("mail", None)
        try:
            typed = said.get("text", "")
            self.read = mail_in_file(file, zone) if file else mail_in_words(typed, zone)
        except NoMail:
            self.add_error("mail", NO_MAIL)
        return said

    def to_check(self) -> "EnterForm":
        """The form again, filled in with what was read, for somebody to check before it is saved.

        What was typed beside a file stays above its words. A day that could not be read is asked
        for.
        """
        mail = self.read
        assert mail is not None  # noqa: S101 - asked for where an e-mail was read
        typed = {name: self[name].value() for name in self.fields if name not in self.files}
        above = typed["text"].strip() if "mail" in self.files else ""
        found = {
            "text": "\n\n".join(filter(None, [above, mail.text])),
            "way": Way.EMAIL.value,
            "name": mail.name or typed["name"],
            "reach": mail.address or typed["reach"],
            "received_on": mail.day,
        }
        return EnterForm(initial=typed | found, hearing=self.hearing)


class ChangeForm(forms.Form):
    """One’s own words, anew."""

    text = forms.CharField(
        label=_("Your words"), max_length=MOST, widget=CountedTextarea(most=MOST)
    )


class WithholdForm(forms.Form):
    """By which law a statement is kept from others, and what they may read of it."""

    basis = LineField(
        label=label_of(HearingStatement, "basis"),
        help_text=_(
            "For example: offentleglova § 13. Leave both fields empty, and everybody may read it"
            " again."
        ),
        max_length=160,
        required=False,
    )
    open_text = forms.CharField(
        label=label_of(HearingStatement, "open_text"),
        max_length=MOST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the law where something is withheld."""
        said = super().clean() or {}
        if not self.errors and said["open_text"] and not said["basis"]:
            self.add_error("basis", _("Write the law and paragraph."))
        return said


class AnswerForm(forms.Form):
    """What becomes of the statements that were chosen."""

    text = forms.CharField(
        label=label_of(Answer, "text"),
        help_text=_(
            "Whoever gave the statement reads it, and so does everybody else. Write nothing that is"
            " withheld by law."
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    status = forms.ChoiceField(
        label=label_of(Answer, "status"), choices=Answer.Status.choices, widget=TouchRadios
    )
    changes = LineField(label=label_of(Answer, "changes"), max_length=300, required=False)
