"""How conversations say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class ThreadIsClosed(Refusal):
    """Nothing more is written here."""

    code = "conversations.thread_is_closed"
    text = _("This conversation is closed. You can still read all of it.")


class AnswersHaveNoAnswers(Refusal):
    """Answers stand one level below, no deeper."""

    code = "conversations.answers_have_no_answers"
    text = _("Answer the comment that began this. Then everybody can follow what is said.")


class CommentIsGone(Refusal):
    """Its words cannot be read any more."""

    code = "conversations.comment_is_gone"
    text = _("This comment cannot be read any more. Read the rest, and write one of your own.")


class NotYourComment(Refusal):
    """Words are changed and removed by whoever wrote them."""

    code = "conversations.not_your_comment"
    text = _("Only whoever wrote this can change it. You can answer it, or report it.")


class NotYoursToKeep(Refusal):
    """A thread is kept by those who facilitate the initiative."""

    code = "conversations.not_yours_to_keep"
    text = _(
        "The facilitators of the initiative do this. Write to them if something should change."
    )


class NotYoursToWriteDown(Refusal):
    """What came on paper is written down by the municipality’s own people and facilitators."""

    code = "conversations.not_yours_to_write_down"
    text = _(
        "Facilitators and the municipality’s own people write down what came on paper."
        " Give it to one of them."
    )


class NothingToSay(Refusal):
    """A comment without words."""

    code = "conversations.nothing_to_say"
    text = _("Write something first.")


class TooManyLinks(Refusal):
    """More links than a comment about a matter needs."""

    code = "conversations.too_many_links"
    text = _(
        "A comment holds at most %(most)s links. Leave some out, and say in words what matters."
    )


class NoLinksYet(Refusal):
    """Whoever is new does not send links."""

    code = "conversations.no_links_yet"
    text = _("You are new here: in the first three days comments hold no links. Leave them out.")


class SlowlyAtFirst(Refusal):
    """Whoever is new has said as much as one may in a day."""

    code = "conversations.slowly_at_first"
    text = _(
        "You are new here: in the first three days one writes at most three comments a day."
        " Read what others say, and come back tomorrow."
    )


class NotWaiting(Refusal):
    """Nobody waits for a first reading."""

    code = "conversations.not_waiting"
    text = _("This comment does not wait for a first reading any more. There is nothing to do.")


class YourOwnComment(Refusal):
    """One reports and judges what others say."""

    code = "conversations.your_own_comment"
    text = _("This is your own comment. You can word it anew or remove it.")


class NotYoursToJudge(Refusal):
    """Moderators are those who facilitate."""

    code = "conversations.not_yours_to_judge"
    text = _("The facilitators decide what stands. You can report a comment to them.")


class SayWhy(Refusal):
    """A verdict or an answer to an appeal without reasons."""

    code = "conversations.say_why"
    text = _("Write the reason. Those whom it concerns deserve one.")


class NothingIsReported(Refusal):
    """Nobody has reported the comment since it was last judged."""

    code = "conversations.nothing_is_reported"
    text = _("Nobody has reported this since it was last looked at. There is nothing to decide.")


class NotYoursToAppeal(Refusal):
    """Those whom a verdict concerns appeal, once and within half a year."""

    code = "conversations.not_yours_to_appeal"
    text = _(
        "Whoever wrote or reported this can appeal, once and within six months."
        " If you see something new, report it."
    )


class SomebodyElseDecides(Refusal):
    """An appeal is decided by somebody else than who gave the verdict or asked for another."""

    code = "conversations.somebody_else_decides"
    text = _("Somebody else than those it concerns decides an appeal. Ask a colleague to do it.")


class AppealIsDecided(Refusal):
    """Somebody else was faster."""

    code = "conversations.appeal_is_decided"
    text = _("This appeal is decided already. You can read how, and why.")
