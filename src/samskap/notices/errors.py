"""How notices say no."""

from django.utils.translation import gettext_lazy as _

from samskap.base.refusals import Refusal


class LinkIsNotValid(Refusal):
    """The link in the mail is not whole."""

    code = "notices.link_is_not_valid"
    text = _(
        "This link is not whole. Copy all of it from the e-mail, or sign in and choose your limits"
        " for e-mail yourself."
    )
    status = 404


class NoGatewayForSms(Refusal):
    """This instance has no gateway for SMS."""

    code = "notices.no_gateway_for_sms"
    text = _("SMS cannot be sent from here. Choose e-mail, or look here yourself.")
