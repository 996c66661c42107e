"""How coming to events says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class ThereIsRoom(Refusal):
    """Nobody needs to wait where there is room."""

    code = "meetings.there_is_room"
    text = _("There is room again. Say that you are coming.")


class AlreadyComing(Refusal):
    """Whoever comes waits for nothing."""

    code = "meetings.already_coming"
    text = _("You have a place already. You need not wait.")


class NotComing(Refusal):
    """Only whoever comes or waits says what they need."""

    code = "meetings.not_coming"
    text = _("Say that you are coming first. Then say what you need to be able to come.")
