"""How webhooks say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class NotYourHooks(Refusal):
    """Only administrators register addresses."""

    code = "webhooks.not_your_hooks"
    text = _("Only administrators look after webhooks. Ask one of them.")
    status = 403


class AddressIsNotSafe(Refusal):
    """The address is not plain https."""

    code = "webhooks.address_is_not_safe"
    text = _("The address must begin with https:// and hold no name or password.")


class AddressIsWithin(Refusal):
    """The address leads into our own house or another closed network."""

    code = "webhooks.address_is_within"
    text = _(
        "The address does not lead to a public server on the internet. Take one that everybody can"
        " reach."
    )


class NothingToHear(Refusal):
    """A hook that hears of nothing."""

    code = "webhooks.nothing_to_hear"
    text = _("Choose at least one thing that the address hears of.")


class TooManyHooks(Refusal):
    """A municipality has enough."""

    code = "webhooks.too_many"
    text = _("There are %(most)s addresses already. Take one away first.")


class HookIsOff(Refusal):
    """Nothing is sent while a hook is off."""

    code = "webhooks.hook_is_off"
    text = _("Nothing is sent while the webhook is switched off. Switch it on first.")
