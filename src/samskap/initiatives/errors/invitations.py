"""How invitations say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class AlreadyInvited(Refusal):
    """The municipality has an invitation it has not answered yet."""

    code = "initiatives.already_invited"
    text = _("The municipality is invited already, and answers by %(due)s.")


class AlreadyTakesPart(Refusal):
    """There is nobody to invite: the municipality stands in it."""

    code = "initiatives.already_takes_part"
    text = _("The municipality takes part already. Talk to its people among the partners.")


class NotPublic(Refusal):
    """The reverse invitation goes to the municipality and its units."""

    code = "initiatives.not_public"
    text = _("%(organisation)s is not a part of the municipality. Ask them to become a partner.")


class NotYoursToAnswer(Refusal):
    """Only those who speak for the municipality answer for it."""

    code = "initiatives.invitation_is_not_yours_to_answer"
    text = _(
        "Leaders and facilitators answer for the municipality. Send them the address of this page."
    )
    status = 403


class AnsweredAlready(Refusal):
    """An answer is given once."""

    code = "initiatives.invitation_answered_already"
    text = _("This invitation has its answer. Write to each other, or invite again.")


class NoNeedsAReason(Refusal):
    """Whoever says no to residents says why."""

    code = "initiatives.no_needs_a_reason"
    text = _("Write why the municipality does not come, and what would change that.")
