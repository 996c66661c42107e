"""What initiatives hold about one person."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import GIVEN, IN_OFFICE, OF_ANOTHER, ON_PAPER, Held
from samskap.initiatives.models import Commitment

held = (
    Held(
        model="initiatives.Initiative",
        title=_("Initiatives you raised"),
        by=("raised_by",),
        shows=(
            *("municipality", "title", "dream", "first_solution", "helpers", "own_goal"),
            *("photo", "photo_says", "raised_as", "raised_for", "raised_at"),
        ),
        leaves_out={"facilitators": OF_ANOTHER},
        stays=dict.fromkeys(
            ("dream", "first_solution", "helpers", "own_goal", "photo", "photo_says"), GIVEN
        ),
    ),
    Held(
        model="initiatives.Initiative_facilitators",
        title=_("Initiatives you facilitate"),
        by=("person",),
        shows=("initiative",),
    ),
    Held(
        model="initiatives.Partner",
        title=_("Where you are a partner"),
        by=("person", "contact"),
        shows=(
            *("municipality", "initiative", "organisation", "actor_kind", "role", "duties"),
            *("resources", "status", "asked_at", "joined_at", "left_at", "left_because"),
            "handed_back",
        ),
        leaves_out={"called": ON_PAPER, "giver": ON_PAPER},
    ),
    Held(
        model="initiatives.Invitation",
        title=_("Invitations to you"),
        by=("person",),
        shows=("municipality", "initiative", "message", "at", "answer", "accepted", "answered_at"),
    ),
    Held(
        model="initiatives.Invitation",
        title=_("Invitations you sent"),
        by=("by",),
        shows=("municipality", "initiative", "organisation", "message", "at"),
        stays={"message": IN_OFFICE},
    ),
    Held(
        model="initiatives.Invitation",
        title=_("Invitations you answered"),
        by=("answered_by",),
        shows=("municipality", "initiative", "organisation", "answer", "accepted", "answered_at"),
        stays={"answer": IN_OFFICE},
    ),
    Held(
        model="initiatives.Commitment",
        title=_("What you offered to do"),
        by=("offered_by",),
        shows=("municipality", "initiative", "what", "due_on", "status", "offered_at", "says"),
    ),
    Held(
        model="initiatives.Voice",
        title=_("How you spoke in decisions"),
        by=("by",),
        shows=("municipality", "decision", "side", "stance", "reason", "channel", "at"),
    ),
    Held(
        model="initiatives.Signature",
        title=_("What you signed"),
        by=("by",),
        shows=("municipality", "agreement", "channel", "at"),
        reads=("agreement__initiative",),
    ),
    Held(
        model="initiatives.StateChange",
        title=_("Steps you took with an initiative"),
        by=("by",),
        shows=("municipality", "initiative", "before", "after", "reason", "speaking_for", "at"),
        stays={"reason": GIVEN},
    ),
    Held(
        model="initiatives.Sharing",
        title=_("Initiatives you shared with another municipality"),
        by=("by",),
        shows=("municipality", "initiative", "message", "at"),
        stays={"message": IN_OFFICE},
    ),
    Held(
        model="initiatives.Sharing",
        title=_("Shared initiatives you answered for"),
        by=("answered_by",),
        shows=("municipality", "initiative", "answer", "accepted", "answered_at"),
        stays={"answer": IN_OFFICE},
    ),
    Held(
        model="initiatives.ScrapEntry",
        leaves_out={"owner": OF_ANOTHER},
        stays={"owner": IN_OFFICE},
    ),
    Held(
        model="initiatives.Agreement",
        title=_("Agreements you wrote"),
        by=("written_by",),
        shows=("municipality", "initiative", "version", "purpose", "written_at"),
    ),
    Held(
        model="initiatives.Decision",
        title=_("Decisions you opened"),
        by=("opened_by",),
        shows=("municipality", "initiative", "title", "opened_at", "decided_at"),
    ),
    Held(
        model="initiatives.FormalDecision",
        title=_("What you laid before a body"),
        by=("laid_by",),
        shows=("municipality", "initiative", "title", "laid_at"),
    ),
    Held(
        model="initiatives.Recommendation",
        title=_("Recommendations you answered for a body"),
        by=("answered_by",),
        shows=("municipality", "formal_decision", "number", "answer", "answered_at"),
    ),
    Held(
        model="initiatives.Frame",
        title=_("Frames you wrote"),
        by=("by",),
        shows=("municipality", "initiative", "version", "at"),
    ),
    Held(
        model="initiatives.FrameReading",
        title=_("Frames you read and confirmed"),
        by=("by",),
        shows=("municipality", "frame", "at"),
        reads=("frame__initiative",),
    ),
)


def awaited(keys: Collection[int]) -> set[int]:
    """Of some people those who have promised something that is neither kept nor given up."""
    running = Commitment.objects.filter(
        status__in=(Commitment.Status.OFFERED, Commitment.Status.ACCEPTED)
    )
    return {
        person
        for way in ("offered_by", "partner__person", "partner__contact")
        for person in running.filter(**{f"{way}__in": keys}).order_by().values_list(way, flat=True)
    }
