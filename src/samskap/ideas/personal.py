"""What ideas hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import GIVEN, ON_PAPER, Held

held = (
    Held(
        model="ideas.Idea",
        title=_("Ideas, stories and objections you gave"),
        by=("contribution__giver__person",),
        shows=(
            *("municipality", "initiative", "kind", "title", "text", "language", "phase"),
            *("question", "given_at", "withdrawn_at", "public_id"),
        ),
        stays={"title": GIVEN, "text": GIVEN},
    ),
    Held(
        model="ideas.Support",
        title=_("What you support"),
        by=("person",),
        shows=("municipality", "idea", "at"),
    ),
    Held(
        model="ideas.Question",
        title=_("Questions you asked everybody"),
        by=("asked_by",),
        shows=("municipality", "initiative", "text", "more", "opens_at", "closes_at"),
    ),
    Held(model="ideas.PaperSupport", leaves_out={"key": ON_PAPER}),
)
