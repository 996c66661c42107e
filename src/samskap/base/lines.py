"""Names and titles: one line, and nothing in it that cannot be seen."""

import unicodedata
from typing import Any

from django import forms

# What turns the direction of the words around it, or takes no room at all. Joiners stay, as some
# scripts and signs are written with them.
TURNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TAKES_NO_ROOM = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb"
UNSEEN = dict.fromkeys(map(ord, TURNS + TAKES_NO_ROOM))
CONTROL, HALF = "Cc", "Cs"  # categories of Unicode: control characters, and halves of a character


def one_line(text: str) -> str:
    """Write a text as one line, so that the same name is always written the same.

    Without what cannot be seen nobody can take the name of another with a sign between its letters,
    or turn the words that stand behind the name.

    Source: Unicode Technical Report 36, “Unicode Security Considerations”, 2.5 and 2.10.
    """
    seen = unicodedata.normalize("NFC", text.translate(UNSEEN))
    kept = (s for s in seen if s.isspace() or unicodedata.category(s) not in {CONTROL, HALF})
    return " ".join("".join(kept).split())


class LineField(forms.CharField):
    """Asks for a name or a title."""

    def to_python(self, value: Any) -> Any:
        """Read what was sent, as one line."""
        return one_line(super().to_python(value) or "") or self.empty_value
