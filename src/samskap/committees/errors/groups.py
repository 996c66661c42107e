"""How working groups, dialogue meetings and what is written together say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class GroupNeedsANameAndATask(Refusal):
    """A group says what it is called, works out, and who is in it."""

    code = "committees.group_needs_a_name_and_a_task"
    text = _("Write the name, and what it is about. Others find it by that.")


class GroupNameIsTaken(Refusal):
    """Two groups of a committee are told apart by their names."""

    code = "committees.group_name_is_taken"
    text = _("There is a working group called “%(name)s” already. Choose another name.")


class GroupIsOver(Refusal):
    """A group that has ended takes nobody in."""

    code = "committees.group_is_over"
    text = _("“%(name)s” has ended. Make a new working group if there is more to do.")


class InTheGroupAlready(Refusal):
    """Nobody is in a group twice."""

    code = "committees.in_the_group_already"
    text = _("They work along in “%(name)s” already.")


class NotAMemberHere(Refusal):
    """Who writes along, or works in a group as a member, sits in the committee."""

    code = "committees.not_a_member_here"
    text = _("Choose among those who sit in “%(committee)s”. Others can be invited along.")


class NotAMeetingWithOthers(Refusal):
    """A dialogue meeting is an event of the committee’s initiative."""

    code = "committees.not_a_meeting_with_others"
    text = _("Choose a meeting of “%(committee)s” that is not called off, or announce one first.")


class WhoCameIsMissing(Refusal):
    """A dialogue meeting says whom it is with; how many came is said afterwards."""

    code = "committees.who_came_is_missing"
    text = _("Write whom you invited. How many of them came, you write once the meeting has begun.")


class NotMaterial(Refusal):
    """Committees write knowledge and drafts together."""

    code = "committees.not_material"
    text = _("Choose whether it is knowledge or a draft. Anything else is given as an idea.")


class AuthorsAreMissing(Refusal):
    """What is written together has authors."""

    code = "committees.authors_are_missing"
    text = _("Choose who wrote it. It counts for the side of each of them.")
