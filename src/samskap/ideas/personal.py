"""What ideas hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import GIVEN, IN_OFFICE, OF_ANOTHER, ON_PAPER, Held

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
    Held(
        model="ideas.Merge",
        title=_("Ideas you put together, and took apart"),
        by=("by", "undone_by"),
        shows=("municipality", "initiative", "into", "reason", "at", "undone_at", "undone_because"),
        leaves_out={"title_before": OF_ANOTHER, "text_before": OF_ANOTHER},
        stays={"reason": IN_OFFICE, "undone_because": IN_OFFICE},
    ),
    Held(
        model="ideas.Merge",
        title=_("Your own words, of ideas that were put into new ones"),
        by=("into__contribution__giver__person",),
        shows=("municipality", "initiative", "into", "title_before", "text_before", "at"),
        stays={"title_before": GIVEN, "text_before": GIVEN},
    ),
    Held(
        model="ideas.Objection",
        title=_("Your objections to what was put together"),
        by=("by",),
        shows=("municipality", "merge", "text", "at", "answer", "answered_at"),
        reads=("merge__into",),
        stays={"text": GIVEN},
    ),
    Held(
        model="ideas.Objection",
        title=_("Objections you answered"),
        by=("answered_by",),
        shows=("municipality", "merge", "answer", "answered_at"),
        reads=("merge__into",),
        stays={"answer": IN_OFFICE},
    ),
    Held(model="ideas.PaperSupport", leaves_out={"key": ON_PAPER}),
)
