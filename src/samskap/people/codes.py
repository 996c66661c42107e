"""A code on its way to an e-mail address, until it is typed or too old.

The counting of attempts, the time limit, the making and the comparing of codes are allauth’s. What
is ours: nobody needs an account beforehand, so that one form serves those who are new and those
who are known; and an account is first made when its address is confirmed.
"""

from typing import Any, Self

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.core.internal.cryptokit import compare_user_code
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.mail import send_mail_later
from samskap.base.rates import address_of, count

KEY = "people_code"  # in the session
MOST_RESENDS = 3


class Code(AbstractCodeVerificationProcess):  # type: ignore[misc]
    """One code, for one errand: “sign_in”, “address” (a new one) or “owner” (of the old one)."""

    def __init__(self, request: HttpRequest, state: dict[str, Any]) -> None:
        self.request = request
        super().__init__(
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            state=state,
        )

    @classmethod
    def send_to(cls, request: HttpRequest, email: str, *, errand: str, back: str = "/") -> Self:
        """Send a new code to an address, and remember in the session what it is for.

        Refuses with TooOften.
        """
        count(request, "sign_in_from_one_place")
        state = cls.initial_state(user=None, email=email)
        state |= {"errand": errand, "back": back, "key": get_random_string(16)}
        code = cls(request, state)
        code.send()
        code.persist()
        return code

    @classmethod
    def waiting(cls, request: HttpRequest, errand: str = "") -> Self | None:
        """Find the code that this browser waits for; None where there is none, or it is too old.

        errand  what it must be for; empty where any will do
        """
        state = request.session.get(KEY)
        if not state or (errand and state["errand"] != errand):
            return None
        found: Self | None = cls(request, state).abort_if_invalid()
        return found

    @property
    def errand(self) -> str:
        """What it is for."""
        return str(self.state["errand"])

    @property
    def email(self) -> str:
        """Where the code was sent."""
        return str(self.state["email"])

    @property
    def attempts_left(self) -> int:
        """How many more times a code may be typed."""
        return int(self.max_attempts - self.state["failed_attempts"])

    @property
    def wrong(self) -> str:
        """What to say to whoever typed a wrong code."""
        return ngettext(
            "This is not the code. Look at the newest e-mail. You can try %(n)d more time.",
            "This is not the code. Look at the newest e-mail. You can try %(n)d more times.",
            self.attempts_left,
        ) % {"n": self.attempts_left}

    @property
    def too_many(self) -> str:
        """What to say to whoever typed too many wrong codes."""
        return _("The code was wrong too many times. Ask for a new one.")

    @property
    def can_resend(self) -> bool:
        """Whether the same address may be sent another code."""
        return not self.is_resend_quota_reached(MOST_RESENDS)

    def send(self) -> None:
        """Put a fresh code into the mail, in the language that is being read now.

        Refuses with TooOften.
        """
        count(f"{self.email} from {address_of(self.request)}", "sign_in")
        count(self.email, "mail_to_one_address")
        self.state["code"] = code = get_adapter().generate_login_code()
        municipality = self.request.municipality.name  # type: ignore[attr-defined]
        words = {"code": code, "municipality": municipality, "minutes": self.timeout // 60}
        send_mail_later(
            to=self.email,
            subject=_("%(code)s is your code for %(municipality)s")
            % {"code": code, "municipality": municipality},
            text=render_to_string(f"people/mail/{self.state['errand']}.txt", words).strip() + "\n",
        )

    def resend(self) -> None:
        """Send another code; the one before stops working."""
        self.record_resend()
        self.state["failed_attempts"] = 0
        self.state["key"] = get_random_string(16)
        self.send()
        self.persist()

    def fits(self, typed: str) -> bool:
        """Say whether this is the code.

        Each code is tried a few times and no more, even by many requests at the same moment.
        Refuses with TooOften.
        """
        count(f"code {self.state['key']}", "code_tried")
        return bool(compare_user_code(actual=typed, expected=self.code))

    def persist(self) -> None:
        """Keep it in the session."""
        self.request.session[KEY] = self.state

    def abort(self) -> None:
        """Forget it."""
        self.request.session.pop(KEY, None)
