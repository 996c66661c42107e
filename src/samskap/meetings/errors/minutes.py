"""How minutes say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NoMinutesYet(Refusal):
    """There is nothing to send or to approve."""

    code = "meetings.no_minutes_yet"
    text = _("Nobody has written the minutes yet. Write them first.")


class MinutesAreApproved(Refusal):
    """What is approved does not change."""

    code = "meetings.minutes_are_approved"
    text = _("The minutes are approved and stay as they are. Take it up at the next meeting.")


class MinutesAreSent(Refusal):
    """What is sent waits for its answers."""

    code = "meetings.minutes_are_sent"
    text = _("These minutes are sent already. Write a new version, if something is to change.")


class NoteWhoCame(Refusal):
    """Minutes are approved by those who came; somebody must have written down who did."""

    code = "meetings.note_who_came"
    text = _("Write down who came first: they are the ones who approve the minutes.")


class AnswersNeedTime(Refusal):
    """The last day for answers lies behind."""

    code = "meetings.answers_need_time"
    text = _("Give people until tomorrow or later to read the minutes.")


class YouWereNotThere(Refusal):
    """Only those who came approve."""

    code = "meetings.you_were_not_there"
    text = _(
        "Those who came approve the minutes. Were you there? Ask those who hold it to note it."
    )


class NotWaitingForYou(Refusal):
    """Nothing is sent, or something newer is."""

    code = "meetings.not_waiting_for_you"
    text = _("These minutes wait for no answer. Load the page again, and read the newest version.")


class CorrectionsWait(Refusal):
    """Somebody proposed a correction, and nobody has answered."""

    code = "meetings.corrections_wait"
    text = _("A correction waits for an answer. Write a new version, or say why it stays as it is.")


class TheyMayStillAnswer(Refusal):
    """Not everybody has answered, and the day is not over."""

    code = "meetings.they_may_still_answer"
    text = _("Those who came may answer until %(day)s. Then the minutes can be approved.")
