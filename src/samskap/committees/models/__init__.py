"""The tables of committees, split by noun."""

from samskap.committees.models.answer import Alert, Realisation, Returned
from samskap.committees.models.attendance import Alarm
from samskap.committees.models.call import Call, Choice, Registration
from samskap.committees.models.charter import Charter, CharterReading
from samskap.committees.models.committee import Committee, State, Step
from samskap.committees.models.effects import AfterAnswer, Effects
from samskap.committees.models.fast_track import Acceptance, FastTrack
from samskap.committees.models.group import Authorship, Dialogue, Group, GroupPlace, Material
from samskap.committees.models.meetings_held import MeetingsHeld
from samskap.committees.models.motion import MinorityNote, Motion, Vote
from samskap.committees.models.pilot import Pilot
from samskap.committees.models.recommendation import Recommendation
from samskap.committees.models.team import Declaration, Member, Seat
from samskap.committees.models.workload import Workload

__all__ = [
    "Acceptance",
    "AfterAnswer",
    "Alarm",
    "Alert",
    "Authorship",
    "Call",
    "Charter",
    "CharterReading",
    "Choice",
    "Committee",
    "Declaration",
    "Dialogue",
    "Effects",
    "FastTrack",
    "Group",
    "GroupPlace",
    "Material",
    "MeetingsHeld",
    "Member",
    "MinorityNote",
    "Motion",
    "Pilot",
    "Realisation",
    "Recommendation",
    "Registration",
    "Returned",
    "Seat",
    "State",
    "Step",
    "Vote",
    "Workload",
]
