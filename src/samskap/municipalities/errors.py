"""How municipalities say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotAnAdministrator(Refusal):
    """Only administrators set a municipality up."""

    code = "municipalities.not_an_administrator"
    text = _("Only an administrator of %(municipality)s can do this. Ask one of them to help you.")
    status = 403


class TokenIsNotValid(Refusal):
    """The key to the first run is wrong or too old."""

    code = "municipalities.token_is_not_valid"
    text = _(
        "This key is wrong or more than a day old. Whoever runs the server can print a new one"
        " with “./samskap first-run”."
    )
    status = 403


class InstanceIsInUse(Refusal):
    """The first run is over: a municipality exists."""

    code = "municipalities.instance_is_in_use"
    text = _(
        "A municipality has already been set up here. Sign in as its administrator, or ask whoever"
        " runs the server to add another one."
    )


class HostIsTaken(Refusal):
    """Another municipality answers at this address."""

    code = "municipalities.host_is_taken"
    text = _("“%(host)s” already leads to a municipality. Choose another address.")


class HostIsNotAName(Refusal):
    """What was given is no host name."""

    code = "municipalities.host_is_not_a_name"
    text = _("“%(host)s” is not a host name. Write it like “samskap.bodo.kommune.no”.")


class LastHostName(Refusal):
    """A municipality without an address could not be found any more."""

    code = "municipalities.last_host_name"
    text = _("This is the only address of %(municipality)s. Add another one before you remove it.")


class LanguageIsNotKnown(Refusal):
    """Samskap does not speak this language."""

    code = "municipalities.language_is_not_known"
    text = _("Samskap does not speak “%(language)s” yet. Choose among the languages listed.")


class LadderIsLooser(Refusal):
    """A municipality may ask more of its ladder, never less."""

    code = "municipalities.ladder_is_looser"
    text = _(
        "The ladder can only be made stricter than the formula. Give each threshold at least the"
        " number beside it, and shares at most 100 per cent."
    )


class NumberIsWrong(Refusal):
    """The check digit of a number does not fit."""

    code = "municipalities.number_is_wrong"
    text = _(
        "“%(number)s” is not an organisation number in this country. Check the digits, or leave the"
        " number out."
    )
