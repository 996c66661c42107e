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


class AnswerItWhereItStands(Refusal):
    """Who answers it is ruled by what it is."""

    code = "ideas.answer_it_where_it_stands"
    text = _(
        "“%(caption)s” is answered on its own page, by the rule that holds there. Open it, and"
        " answer it there."
    )


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


class NotYoursToMerge(Refusal):
    """Ideas are merged by those who answer them."""

    code = "ideas.not_yours_to_merge"
    text = _("Those who lead this initiative put ideas together. Tell one of them what belongs.")


class NothingToMerge(Refusal):
    """Fewer than two ideas were chosen."""

    code = "ideas.nothing_to_merge"
    text = _("Choose at least one more idea, and which of them goes on.")


class NotOfOneInitiative(Refusal):
    """Each initiative has an account of its own."""

    code = "ideas.not_of_one_initiative"
    text = _("Only what was given to the same initiative can go on as one.")


class IdeaIsMerged(Refusal):
    """It goes on as a part of another already."""

    code = "ideas.idea_is_merged"
    text = _("“%(idea)s” goes on as a part of another already. Choose that one instead.")


class IdeaCarriesOthers(Refusal):
    """Others are a part of it; it cannot become a part itself."""

    code = "ideas.idea_carries_others"
    text = _(
        "Others go on as a part of “%(idea)s” already. Let it be the one that goes on, or take it"
        " apart first."
    )


class SayWhyTheyBelongTogether(Refusal):
    """The authors read the reason."""

    code = "ideas.say_why_they_belong_together"
    text = _("Write why. The authors and everyone else read it.")


class MergeIsUndone(Refusal):
    """It was taken apart before."""

    code = "ideas.merge_is_undone"
    text = _("These ideas stand by themselves again. There is nothing more to do.")


class MergeIsTooOld(Refusal):
    """So much was said about the one idea that nobody remembers the others."""

    code = "ideas.merge_is_too_old"
    text = _(
        "They have gone on as one for more than %(days)s days, and people have counted on it. Give"
        " the idea that should stand by itself anew."
    )


class MergeIsAnswered(Refusal):
    """All authors have heard one answer."""

    code = "ideas.merge_is_answered"
    text = _(
        "All their authors have had one answer since. It cannot be taken back; answer again where"
        " it does not fit."
    )


class MergeIsAdopted(Refusal):
    """A decision rests on it."""

    code = "ideas.merge_is_adopted"
    text = _("A decision has taken it in since, and rests on all of them. They stay one idea.")


class MergedAgainSince(Refusal):
    """What was done last is undone first."""

    code = "ideas.merged_again_since"
    text = _("More ideas were put together with it since. Take those apart first.")


class NotYoursToObject(Refusal):
    """Authors object, each once."""

    code = "ideas.not_yours_to_object"
    text = _(
        "Whoever gave one of these ideas can object, once. You can say what you think below the"
        " idea."
    )


class ObjectionIsAnswered(Refusal):
    """Somebody was first."""

    code = "ideas.objection_is_answered"
    text = _("This objection is answered already. Its answer stands on the page of the idea.")
