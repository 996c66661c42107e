"""What committees hold about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import IN_OFFICE, OF_ANOTHER, Held
from samskap.committees.personal_answer import held as held_of_the_answer
from samskap.committees.personal_work import held as held_of_the_work

held = (
    Held(
        model="committees.Committee",
        title=_("Committees you facilitate, keep the minutes of, or proposed"),
        by=("facilitator", "secretary", "proposed_by"),
        shows=("municipality", "title", "state", "proposed_at"),
    ),
    Held(
        model="committees.Step",
        title=_("Steps you took with a committee"),
        by=("by",),
        shows=("municipality", "committee", "before", "after", "reason", "at"),
        stays={"reason": IN_OFFICE},
    ),
    Held(
        model="committees.Charter",
        title=_("Charters you wrote, or wrote the adoption of"),
        by=("by", "adopted_by"),
        shows=("municipality", "committee", "version", "at", "adopted_on"),
    ),
    Held(
        model="committees.CharterReading",
        title=_("Charters you have read"),
        by=("by", "member__person"),
        shows=("municipality", "charter", "at"),
        reads=("charter__committee",),
    ),
    Held(
        model="committees.Member",
        title=_("Committees you sit in, or have sat in"),
        by=("person", "giver__person"),
        shows=(
            *("municipality", "committee", "role", "is_chair", "is_substitute", "way"),
            *("chosen_because", "perspectives", "sex", "birth_year", "area", "since", "until"),
            "left_because",
        ),
    ),
    Held(
        model="committees.Member",
        title=_("Members you wrote down"),
        by=("chosen_by",),
        shows=("municipality", "committee", "role", "since"),
    ),
    Held(
        model="committees.Declaration",
        title=_("What you declared before you were appointed"),
        by=("giver__person",),
        shows=("municipality", "committee", "is_open", "interests", "at"),
    ),
    Held(
        model="committees.Declaration",
        title=_("Declarations you wrote down for others"),
        by=("by",),
        shows=("municipality", "committee", "at"),
    ),
    Held(
        model="committees.Call",
        title=_("Calls you opened"),
        by=("opened_by",),
        shows=("municipality", "committee", "text", "opened_at", "closes_on"),
    ),
    Held(
        model="committees.Registration",
        title=_("Committees you registered for"),
        by=("giver__person",),
        shows=(
            *("municipality", "committee", "role", "words", "answers", "perspectives", "sex"),
            *("birth_year", "area", "suits", "assessment", "registered_at", "withdrawn_at"),
        ),
    ),
    Held(
        model="committees.Registration",
        title=_("Registrations you wrote down or assessed"),
        by=("entered_by", "assessed_by"),
        shows=("municipality", "committee", "registered_at"),
    ),
    Held(
        model="committees.Choice",
        title=_("What was chosen about you, and why"),
        by=("registration__giver__person",),
        shows=("municipality", "outcome", "seat", "way", "reason", "at"),
    ),
    Held(
        model="committees.Choice",
        title=_("Choices you wrote down"),
        by=("by",),
        shows=("municipality", "outcome", "way", "at"),
        leaves_out={"registration": OF_ANOTHER},
    ),
    *held_of_the_work,
    *held_of_the_answer,
)
