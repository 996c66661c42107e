"""What we change in the sign-in machinery of allauth."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from samskap.people.errors import AccountIsClosed
from samskap.people.models import Person


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Speaks our own words instead of the ready-made ones, and refuses closed accounts plainly."""

    def pre_login(self, request: HttpRequest, user: Person, **facts: Any) -> None:
        """Refuse whoever has no open account. Refuses with AccountIsClosed."""
        if not user.is_active:
            raise AccountIsClosed

    def add_message(self, *args: Any, **named: Any) -> None:
        """Say nothing: our own views thank and explain, in all our languages."""
