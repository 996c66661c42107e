"""How hearings say no."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samskap.base.refusals import Refusal


class NotYoursToSteward(Refusal):
    """The public side holds hearings."""

    code = "hearings.not_yours_to_steward"
    text = _("Case officers, leaders and facilitators look after hearings. Ask one of them.")
    status = 403


class NotNow(Refusal):
    """A step does not follow from where the hearing stands."""

    code = "hearings.not_now"
    text = _("The hearing stands at “%(state)s”, so this cannot be done now. See its page.")


class TakesNoMore(Refusal):
    """An initiative that has ended holds no hearing."""

    code = "hearings.takes_no_more"
    text = _("“%(initiative)s” takes nothing in now. Open the initiative again first.")


class TooShort(Refusal):
    """The law gives people more time."""

    code = "hearings.too_short"
    text = ngettext_lazy(
        "The law gives at least %(weeks)d week (%(source)s). Choose %(day)s or a later day.",
        "The law gives at least %(weeks)d weeks (%(source)s). Choose %(day)s or a later day.",
        "weeks",
    )


class ClosesBeforeItOpens(Refusal):
    """A hearing lasts some days."""

    code = "hearings.closes_before_it_opens"
    text = _("The last day must lie after the day it opens. Choose a later day.")


class NotLonger(Refusal):
    """A hearing that has begun is made longer, never shorter."""

    code = "hearings.not_longer"
    text = _("People count on %(day)s. Choose a later day: a hearing is never made shorter.")


class RequiredAreMissing(Refusal):
    """The law says who is asked."""

    code = "hearings.required_are_missing"
    text = _("The law says that these are asked too: %(names)s. Put them on the list first.")


class IsRequired(Refusal):
    """Whom the law names cannot be left out."""

    code = "hearings.is_required"
    text = _("The law says that they are asked (%(source)s), so they stay on the list.")


class IsAskedAlready(Refusal):
    """An organisation is asked once."""

    code = "hearings.is_asked_already"
    text = _("“%(name)s” is on the list already.")


class PapersAreMissing(Refusal):
    """People must be able to read what they are asked about."""

    code = "hearings.papers_are_missing"
    text = _(
        "Lay at least one paper open first, so that people can read what they are asked about."
    )


class SayHowElseToAnswer(Refusal):
    """Whoever is not on the web answers too."""

    code = "hearings.say_how_else_to_answer"
    text = _(
        "Write in the plan how else one can answer: an e-mail address, a postal address or a"
        " telephone number."
    )


class SayHowTheYoungTakePart(Refusal):
    """The municipality has a special duty towards children and young people."""

    code = "hearings.say_how_the_young_take_part"
    text = _(
        "Write how children and young people take part: plan- og bygningsloven § 5-1 asks for it."
    )


class SolutionIsLocked(Refusal):
    """Asked when all is settled, people cannot shape it."""

    code = "hearings.solution_is_locked"
    text = _(
        "The solution is locked: this hearing cannot count as co-creation. Open the solution again,"
        " or say that you know it and hold the hearing all the same."
    )


class NotTakingIn(Refusal):
    """A hearing takes statements in from the day it opens until it is reported."""

    code = "hearings.not_taking_in"
    text = _("This hearing takes no statements in now. Its page says how it stands.")


class CameBeforeItOpened(Refusal):
    """What came in before was about something else."""

    code = "hearings.came_before_it_opened"
    text = _("The hearing opened on %(day)s. Choose that day or a later one.")


class CannotBeChanged(Refusal):
    """A statement stands once the last day has passed, or it is answered."""

    code = "hearings.cannot_be_changed"
    text = _(
        "A statement can be changed until the last day, and until it is answered. You can send"
        " another one."
    )


class NotYoursToChange(Refusal):
    """Nobody changes the words of others."""

    code = "hearings.not_yours_to_change"
    text = _("Only whoever gave a statement can change it or take it back.")
    status = 403


class NameTheLaw(Refusal):
    """Whatever is withheld is withheld by a law."""

    code = "hearings.name_the_law"
    text = _("Write the law and paragraph by which it is withheld. Everybody can read that.")


class NothingChosen(Refusal):
    """An answer is to somebody."""

    code = "hearings.nothing_chosen"
    text = _("Choose at least one statement that has no answer yet.")


class GiveReasons(Refusal):
    """An answer has an assessment."""

    code = "hearings.give_reasons"
    text = _("Write your assessment. Whoever gave the statement reads it.")


class AnswersAreMissing(Refusal):
    """Every statement is answered before the report."""

    code = "hearings.answers_are_missing"
    text = ngettext_lazy(
        "%(n)d statement has no answer yet. Answer it first.",
        "%(n)d statements have no answer yet. Answer them first.",
        "n",
    )


class IsLaidBefore(Refusal):
    """A report is laid before the elected body once."""

    code = "hearings.is_laid_before"
    text = _("The report is laid before the elected body already. See the formal decision.")
