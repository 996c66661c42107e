"""How ideas say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class InitiativeTakesNoMore(Refusal):
    """The initiative is paused, stopped, joined with another or closed."""

    code = "ideas.initiative_takes_no_more"
    text = _("“%(initiative)s” takes nothing more in now. Its page says why, and what goes on.")


class QuestionIsClosed(Refusal):
    """The question is not open."""

    code = "ideas.question_is_closed"
    text = _("This question is closed. You can still give your idea of your own accord.")


class IdeaIsWithdrawn(Refusal):
    """Whoever gave it took it back."""

    code = "ideas.idea_is_withdrawn"
    text = _("Whoever gave this has withdrawn it. There is nothing more to do.")


class NotYoursToAnswer(Refusal):
    """Answers come from those who lead the initiative."""

    code = "ideas.not_yours_to_answer"
    text = _("Those who lead this initiative answer. You can support the idea, or give your own.")


class NotYoursToAsk(Refusal):
    """Questions to all come from those who lead the initiative."""

    code = "ideas.not_yours_to_ask"
    text = _("Those who lead this initiative ask questions to all. You can give an idea instead.")


class NotYoursToEnter(Refusal):
    """Paper is written down by those who lead the initiative."""

    code = "ideas.not_yours_to_enter"
    text = _(
        "Those who lead this initiative write down what came on paper. Give it to one of them."
    )


class TooYoungAlone(Refusal):
    """Below the age at which one acts without a guardian."""

    code = "ideas.too_young_alone"
    text = _("You are too young to do this alone. Ask a grown-up to do it together with you.")


class NothingChosen(Refusal):
    """An answer to many, but none was chosen."""

    code = "ideas.nothing_chosen"
    text = _("Choose at least one to answer.")


class ListIsCounted(Refusal):
    """A list with this reference was counted before."""

    code = "ideas.list_is_counted"
    text = _("“%(reference)s” is counted already. Take it off first if the number was wrong.")


class NobodyOnTheList(Refusal):
    """Neither names nor a number."""

    code = "ideas.nobody_on_the_list"
    text = _("Write the names, or how many there are on the list.")
