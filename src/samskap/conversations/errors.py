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
