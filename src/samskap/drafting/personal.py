"""What drafting holds about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import GIVEN, IN_OFFICE, Held
from samskap.drafting.personal_items import held_items

held = (
    Held(
        model="drafting.Change",
        title=_("Changes to joint texts that you proposed"),
        by=("contribution__giver__person",),
        shows=(
            *("municipality", "document", "public_id", "what", "text", "reason", "proposed_at"),
            *("state", "answer", "decided_at"),
        ),
        stays={"text": GIVEN, "reason": GIVEN},
    ),
    Held(
        model="drafting.Change",
        title=_("Changes to joint texts that you answered"),
        by=("decided_by",),
        shows=("municipality", "document", "state", "put_text", "answer", "decided_at"),
        stays={"put_text": IN_OFFICE, "answer": IN_OFFICE},
    ),
    Held(
        model="drafting.Wording",
        title=_("Wordings of joint texts that you wrote or took in"),
        by=("by",),
        shows=("municipality", "paragraph", "version", "text", "why", "at"),
        reads=("paragraph",),
    ),
    Held(
        model="drafting.Edition",
        title=_("Editions of joint texts that you made"),
        by=("by",),
        shows=("municipality", "document", "number", "name", "why", "at"),
    ),
    Held(
        model="drafting.Document_writers",
        title=_("Joint texts that you write"),
        by=("person",),
        shows=("document",),
    ),
    *held_items,
)
