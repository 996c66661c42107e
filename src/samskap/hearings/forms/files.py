"""Files of hearings: PDF, a picture that is written anew, or an e-mail that is read."""

from secrets import token_hex
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from samskap.base.uploads import MOST_BYTES, TOO_HEAVY, clean_image

PDF = b"%PDF-"
NO_MAIL = _(
    "This file is not an e-mail that can be read. Save the e-mail as .eml in the mail program, or"
    " paste its words above."
)
MAIL_TOO_HEAVY = _("This e-mail is larger than 10 MB. Paste its words above instead.")


class PaperField(forms.FileField):
    """Asks for a PDF, which is only handed out, or a picture, which is written anew."""

    widget = forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"})

    def __init__(self, **named: Any) -> None:
        named.setdefault("help_text", _("A PDF or a picture, at most 10 MB."))
        super().__init__(**named)

    def to_python(self, data: Any) -> Any:
        """Read what was sent; None where nothing was."""
        file = super().to_python(data)
        if not file:
            return None
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(TOO_HEAVY)
        begins = file.read(len(PDF))
        file.seek(0)
        if begins == PDF:
            return ContentFile(file.read(), name=f"{token_hex(16)}.pdf")
        return clean_image(file)


class MailField(forms.FileField):
    """Asks for an e-mail as a file, and gives its bytes; it is read and never kept."""

    widget = forms.FileInput(attrs={"accept": ".eml,message/rfc822"})

    def to_python(self, data: Any) -> Any:
        """Take what was sent, up to a size; None where nothing was."""
        file = super().to_python(data)
        if not file:
            return None
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(MAIL_TOO_HEAVY)
        return file.read()
