"""How committees refuse proposals and steps."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToPropose(Refusal):
    """Only the political and the professional side proposes a task committee."""

    code = "committees.not_yours_to_propose"
    text = _(
        "Elected representatives, leaders and facilitators propose a committee. Raise a challenge,"
        " and ask them to make one for it."
    )


class NotYoursToKeep(Refusal):
    """Only those who keep a committee change it."""

    code = "committees.not_yours_to_keep"
    text = _(
        "Those who facilitate “%(committee)s”, and its secretary, do this. Ask them on its page."
    )


class NoElectedBody(Refusal):
    """A committee is appointed and answered by an elected body of the municipality."""

    code = "committees.no_elected_body"
    text = _("“%(name)s” is no elected body here. Choose the council or one of its committees.")


class HasACommittee(Refusal):
    """An initiative has one committee."""

    code = "committees.has_a_committee"
    text = _("“%(initiative)s” has a committee already. See what it does on its page.")


class TitleIsMissing(Refusal):
    """A committee needs a name and a purpose."""

    code = "committees.title_is_missing"
    text = _("Write what the committee is called, and what it is for.")


class NoSuchStep(Refusal):
    """The state machine knows no such step."""

    code = "committees.no_such_step"
    text = _("There is no step from “%(before)s” to “%(after)s”. Choose one of those offered.")


class SayWhy(Refusal):
    """No step is silent."""

    code = "committees.say_why"
    text = _("Write why. Everybody who follows the committee can read it.")


class CharterIsNotAdopted(Refusal):
    """Without an adopted charter there is nothing to work on."""

    code = "committees.charter_is_not_adopted"
    text = _("The charter is not adopted yet. Write down who adopted it and when, on its page.")


class NobodySits(Refusal):
    """A committee without members cannot be appointed."""

    code = "committees.nobody_sits"
    text = _("Nobody sits in the committee yet. Choose members first.")


class NotIntoItself(Refusal):
    """A committee joins another one of the same municipality, which is still going on."""

    code = "committees.not_into_itself"
    text = _("Choose another committee of this municipality that is still at work.")
