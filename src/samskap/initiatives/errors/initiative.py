"""How an initiative says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYoursToChange(Refusal):
    """Only those who carry an initiative may change it."""

    code = "initiatives.not_yours_to_change"
    text = _(
        "“%(initiative)s” is changed by whoever raised it, its facilitators and its partners."
        " Join as a partner, or ask them."
    )
    status = 403


class NotOpen(Refusal):
    """The initiative is paused, stopped, closed or part of another."""

    code = "initiatives.not_open"
    text = _(
        "“%(initiative)s” is not open just now: %(state)s. Ask those who carry it to open it again."
    )


class NotSaidYet(Refusal):
    """A statement is attached when it was said, not before."""

    code = "initiatives.not_said_yet"
    text = _("The day lies ahead of us. Write the day it was said.")


class DreamIsMissing(Refusal):
    """Nobody can help with a dream that was not told."""

    code = "initiatives.dream_is_missing"
    text = _("Write what you dream of. One sentence is enough.")


class PhotoSaysNothing(Refusal):
    """A photo without words leaves people out."""

    code = "initiatives.photo_says_nothing"
    text = _("Write what the photo shows, for those who cannot see it.")


class WordsAreAgreed(Refusal):
    """The first words are history once the problem is agreed on."""

    code = "initiatives.words_are_agreed"
    text = _(
        "The problem is agreed on, so the first answers stay as they were."
        " Open a decision to change the problem or the solution."
    )
