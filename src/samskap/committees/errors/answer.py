"""How what follows an answer is refused: carrying out, and what members say of it."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotAdopted(Refusal):
    """Only what was adopted is carried out."""

    code = "committees.not_adopted"
    text = _("This recommendation is not adopted, so nobody carries it out. See its answer.")


class PlannedAlready(Refusal):
    """One promise at a time stands behind a recommendation."""

    code = "committees.planned_already"
    text = _("Somebody has promised this already. Release that promise first if it will not hold.")


class NotYoursToSay(Refusal):
    """Members answer for themselves; for whoever has no account, those who keep the committee."""

    code = "committees.not_yours_to_say"
    status = 403
    text = _("The members of “%(committee)s” answer these questions, each for themselves.")


class NotAskedNow(Refusal):
    """The questions are put before the work, and after the answer."""

    code = "committees.not_asked_now"
    text = _("We ask before the work is delivered, and again once it is answered. Come back then.")


class SaidAlready(Refusal):
    """Each member answers once in each round."""

    code = "committees.said_already"
    text = _("Your answers are kept already. Thank you! See what all say together below.")


class NothingToCertify(Refusal):
    """A certificate tells of what was delivered."""

    code = "committees.nothing_to_certify"
    text = _("The committee has not delivered yet. Your certificate is here when it has.")


class NotYoursToCount(Refusal):
    """The number of meetings comes from those who keep the minutes."""

    code = "committees.not_yours_to_count"
    status = 403
    text = _("Secretaries, facilitators and case officers write the number of meetings down.")


class NotYourHome(Refusal):
    """The page of political leadership is for whoever leads."""

    code = "committees.not_your_home"
    status = 403
    text = _("This page is for elected representatives and leaders. The committees are for all.")
