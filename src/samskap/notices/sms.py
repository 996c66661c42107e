"""SMS, through a gateway that is reached by HTTP.

The shape is that of GatewayAPI’s REST interface (https://gatewayapi.com/docs/apis/rest/), which
gateways in Norway and Denmark speak or have an adapter for: POST of JSON with `sender`, `message`,
`userref` and `recipients: [{msisdn}]`, a token in the header `Authorization`; 200 with `ids` where
it is taken. `samskap.testing.gateway` is a fake of it.
"""

import json
import re
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import HTTPErrorProcessor, Request, build_opener

from django.conf import settings
from django_tasks import task

from samskap.base.queue.engine import NoUseRetrying

SECONDS = 20  # to wait for the gateway
NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")  # E.164
REFUSED_FOR_GOOD = {400, 404, 422}  # this message, not the gateway or our token


class SmsRefused(Exception):
    """The gateway says that this message can never be delivered."""


class GatewayDoesNotAnswer(Exception):
    """The gateway cannot be reached, or cannot take anything now; try again."""


def is_set_up() -> bool:
    """Whether this instance has a gateway."""
    return bool(settings.SMS_GATEWAY_URL)


def send(*, to: str, text: str, reference: str) -> None:
    """Hand one SMS to the gateway.

    to         as +4791234567
    reference  our own number of the message, by which the gateway’s log can be compared with ours

    Raises SmsRefused or GatewayDoesNotAnswer.
    """
    if not NUMBER.fullmatch(to):
        raise SmsRefused("The number is not one.")
    message = {
        "sender": settings.SMS_SENDER,
        "message": text,
        "userref": reference,
        "recipients": [{"msisdn": int(to.removeprefix("+"))}],
    }
    request = Request(  # noqa: S310 - the address is the operator’s own setting
        settings.SMS_GATEWAY_URL,
        data=json.dumps(message).encode(),
        headers={
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Authorization": f"Token {settings.SMS_GATEWAY_TOKEN}",
        },
        method="POST",
    )
    # Followed nowhere else: a gateway that moves is a setting to change.
    try:
        with build_opener(_NoRedirects).open(request, timeout=SECONDS) as answer:
            taken = json.load(answer)
    except HTTPError as refused:
        if refused.code in REFUSED_FOR_GOOD:
            raise SmsRefused(f"The gateway refuses it ({refused.code}).") from None
        raise GatewayDoesNotAnswer(f"The gateway says {refused.code}.") from None
    except (OSError, HTTPException, ValueError) as fault:
        raise GatewayDoesNotAnswer(type(fault).__name__) from None
    if not taken.get("ids"):
        raise GatewayDoesNotAnswer("The gateway gave the message no number.")


class _NoRedirects(HTTPErrorProcessor):
    """Takes only a plain yes for a yes."""

    def http_response(self, request: Request, response):  # type: ignore[no-untyped-def]
        """Let 2xx through; anything else is an error."""
        if not 200 <= response.status < 300:
            raise HTTPError(
                request.full_url, response.status, response.reason, response.headers, response
            )
        return response

    https_response = http_response


@task()
def deliver_sms(to: str, text: str, reference: str) -> None:
    """Send one SMS that is no notice, such as a code; tried until the gateway has taken it."""
    try:
        send(to=to, text=text, reference=reference)
    except SmsRefused as refused:
        raise NoUseRetrying(str(refused)) from None
