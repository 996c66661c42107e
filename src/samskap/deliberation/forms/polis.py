"""The files of a conversation from Polis."""

import csv
from io import StringIO
from itertools import islice
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from samskap.kernels.errors import WrongDocument
from samskap.kernels.opinion_map import polis

MOST_MEGABYTES = 20
MOST_CELLS = 100_000_000  # participants times statements: as many bytes when a map is drawn
MOST_STATEMENTS = 5_000
MOST_VOTERS = 50_000
MOST_VOTES = 1_000_000
CSV = {"accept": ".csv,text/csv"}


class PolisForm(forms.Form):
    """Two files of an export: they say all that the others say."""

    comments = forms.FileField(
        label="comments.csv",
        help_text=_("The statements. At most 20 MB."),
        widget=forms.FileInput(attrs=CSV),
    )
    votes = forms.FileField(
        label="votes.csv",
        help_text=_("Who voted what, by numbers. At most 20 MB."),
        widget=forms.FileInput(attrs=CSV),
    )

    def clean_comments(self) -> str:
        """Read the statements."""
        return self._words("comments")

    def clean_votes(self) -> str:
        """Read the votes."""
        return self._words("votes")

    def clean(self) -> dict[str, Any]:
        """Read the conversation; where that cannot be, say which file and which row."""
        said: dict[str, Any] = super().clean() or {}
        if {"comments", "votes"} <= said.keys():
            files = {f"{name}.csv": said[name] for name in ("comments", "votes")}
            if has_more_rows(said["comments"], MOST_STATEMENTS) or has_more_rows(
                said["votes"], MOST_VOTES
            ):
                raise too_large()
            try:
                said["conversation"] = found = polis.read(files)
            except WrongDocument as wrong:
                raise forms.ValidationError(
                    _("These are not files as Polis writes them. %(says)s."),
                    params={"says": wrong},
                ) from wrong
            voters = len({vote[0] for vote in found.votes})
            if voters > MOST_VOTERS or voters * len(found.comments) > MOST_CELLS:
                raise too_large()
        return said

    def _words(self, name: str) -> str:
        """Read one file as text."""
        file: UploadedFile[bytes] = self.cleaned_data[name]
        if (file.size or 0) > MOST_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(_("This file is larger than 20 MB. Choose a smaller one."))
        try:
            words: str = file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            words = "\0"
        if "\0" in words:
            raise forms.ValidationError(_("This file is not text in UTF-8. Export it again."))
        return words


def has_more_rows(text: str, most: int) -> bool:
    """Whether a file has more rows below its first than so many; no more than those are read."""
    rows = csv.reader(StringIO(text, newline=""))
    try:
        return sum(1 for _row in islice(rows, most + 2)) > most + 1
    except csv.Error:  # whoever reads it whole says in which row
        return False


def too_large() -> forms.ValidationError:
    """Say how much a page takes in."""
    return forms.ValidationError(
        _(
            "This conversation is too large to come in by a page, which takes at most"
            " %(statements)s statements, %(people)s people and %(votes)s votes, and fewer people"
            " where there are many statements. Take a part of it."
        ),
        params={
            "statements": number_format(MOST_STATEMENTS, force_grouping=True),
            "people": number_format(MOST_VOTERS, force_grouping=True),
            "votes": number_format(MOST_VOTES, force_grouping=True),
        },
    )
