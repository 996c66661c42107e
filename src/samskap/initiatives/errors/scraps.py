"""How the list of what stops says no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class StoppedAlready(Refusal):
    """It has stopped, and somebody said so."""

    code = "initiatives.stopped_already"
    text = _("“%(what)s” has stopped already. There is nothing more to do.")
