"""What the work of committees holds about one person."""

from django.utils.translation import gettext_lazy as _

from samskap.base.personal import GIVEN, IN_OFFICE, OF_ANOTHER, Held

held = (
    Held(
        model="committees.Recommendation",
        title=_("Recommendations you proposed in a committee"),
        by=("proposed_by__person",),
        shows=("municipality", "committee", "number", "text", "why", "costs", "proposed_at"),
    ),
    Held(
        model="committees.Motion",
        title=_("Questions you put to a committee, or closed"),
        by=("opened_by", "closed_by"),
        shows=("municipality", "committee", "what", "way", "opened_at", "closed_at"),
    ),
    Held(
        model="committees.Vote",
        title=_("How you voted in committees"),
        by=("member__person",),
        shows=("municipality", "motion", "stance", "channel", "at"),
        reads=("motion__recommendation", "motion__fast_track", "motion__pilot"),
    ),
    Held(
        model="committees.Vote",
        title=_("Votes you wrote down for others"),
        by=("by",),
        shows=("municipality", "motion", "channel", "at"),
        reads=("motion__recommendation", "motion__fast_track", "motion__pilot"),
    ),
    Held(
        model="committees.MinorityNote",
        title=_("What you wrote where you were not for it"),
        by=("member__person",),
        shows=("municipality", "motion", "text", "is_named", "at"),
        reads=("motion__recommendation", "motion__fast_track", "motion__pilot"),
        stays={"text": GIVEN},
    ),
    Held(
        model="committees.FastTrack",
        title=_("Ideas you marked as obviously good, or refused"),
        by=("marked_by__person", "refused_by"),
        shows=("municipality", "committee", "idea", "why", "marked_at", "refused_because"),
    ),
    Held(
        model="committees.Acceptance",
        title=_("Ideas you let through, and by which authority"),
        by=("by",),
        shows=("municipality", "office", "body", "delegation", "given_by", "given_on", "at"),
    ),
    Held(
        model="committees.Pilot",
        title=_("Pilots you wrote down"),
        by=("written_by",),
        shows=("municipality", "committee", "title", "starts_on", "ends_on", "written_at"),
    ),
    Held(
        model="committees.Alarm",
        title=_("What you did when too few came to a meeting"),
        by=("done_by",),
        shows=("municipality", "committee", "event", "done", "done_at"),
        stays={"done": IN_OFFICE},
    ),
    Held(
        model="committees.Workload",
        title=_("Your hours for the meetings of committees"),
        by=("person",),
        shows=(
            *("municipality", "committee", "event", "planned_before", "planned_during"),
            *("planned_after", "used_before", "used_during", "used_after", "work", "written_at"),
        ),
    ),
    Held(
        model="committees.Group",
        title=_("Working groups you made"),
        by=("made_by",),
        shows=("municipality", "committee", "name", "task", "made_at"),
    ),
    Held(
        model="committees.GroupPlace",
        title=_("Working groups you take part in"),
        by=("giver__person",),
        shows=("municipality", "group", "comes_from", "since", "until"),
        leaves_out={"member": OF_ANOTHER},
    ),
    Held(
        model="committees.Dialogue",
        title=_("Meetings with others that you wrote down"),
        by=("by",),
        shows=("municipality", "committee", "event", "whom", "invited", "came", "at"),
    ),
    Held(
        model="committees.Authorship",
        title=_("What you wrote along in committees"),
        by=("member__person",),
        shows=("municipality", "material", "contribution"),
    ),
)
