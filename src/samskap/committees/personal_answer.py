"""What committees hold of one person about the answer: what they planned, and what they said."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import OF_ANOTHER, Held

held = (
    Held(
        model="committees.Realisation",
        title=_("Recommendations for which you found somebody to carry them out"),
        by=("planned_by",),
        shows=("municipality", "committee", "planned_at"),
    ),
    Held(
        model="committees.Effects",
        title=_("What you said of the effects of a committee"),
        by=("member__person", "member__giver__person"),
        shows=(
            *("municipality", "committee", "round", "role", "problem_understanding"),
            *("idea_richness", "innovation", "ownership", "speed", "room_to_lead", "at"),
        ),
    ),
    Held(
        model="committees.Effects",
        title=_("What you wrote down for members without an account"),
        by=("by",),
        shows=("municipality", "committee", "round", "at"),
        leaves_out={"member": OF_ANOTHER},
    ),
    Held(
        model="committees.AfterAnswer",
        title=_("How you saw an answer of the elected body"),
        by=("member__person", "member__giver__person"),
        shows=(
            *("municipality", "committee", "understood", "taken_seriously", "would_again"),
            *("words", "at"),
        ),
    ),
    Held(
        model="committees.AfterAnswer",
        title=_("Answers you wrote down for members without an account"),
        by=("by",),
        shows=("municipality", "committee", "at"),
        leaves_out={"member": OF_ANOTHER},
    ),
    Held(
        model="committees.MeetingsHeld",
        title=_("Numbers of meetings you wrote down"),
        by=("by",),
        shows=("municipality", "body", "year", "meetings", "source", "at"),
    ),
)
