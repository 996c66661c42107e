"""What the desk holds about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import Held

held = (
    Held(
        model="desk.Charge",
        title=_("Errands you took, or were handed"),
        by=("person",),
        shows=("municipality", "contribution", "note", "at"),
    ),
    Held(
        model="desk.Charge",
        title=_("Errands you handed over"),
        by=("handed_by",),
        shows=("municipality", "contribution", "note", "at"),
    ),
    Held(
        model="desk.Wording",
        title=_("Prepared answers you wrote"),
        by=("changed_by",),
        shows=("municipality", "title", "status", "text", "language", "changed_at"),
    ),
)
