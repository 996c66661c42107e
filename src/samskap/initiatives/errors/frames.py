"""How the frame sheet says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class SayWhatChanged(Refusal):
    """A new version of the frame says what is new about it."""

    code = "initiatives.say_what_changed"
    text = _("Write what changed since the last version, so that the partners see it.")


class FrameIsEmpty(Refusal):
    """A frame sheet says at least one thing."""

    code = "initiatives.frame_is_empty"
    text = _("Write at least what is open, what can be negotiated or what is fixed.")


class NothingChanged(Refusal):
    """The new version says what the last one said."""

    code = "initiatives.nothing_changed"
    text = _("This is the same as version %(version)s. Change something, or leave it as it is.")


class OnlyPartnersConfirm(Refusal):
    """A frame is confirmed by those who work within it."""

    code = "initiatives.only_partners_confirm"
    text = _("Partners confirm that they have read the frame. Join as a partner first.")
    status = 403


class NewerFrame(Refusal):
    """Somebody wrote a new version meanwhile."""

    code = "initiatives.newer_frame"
    text = _("There is a newer version of the frame. Read it, and confirm that one.")
