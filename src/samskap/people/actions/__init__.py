"""Changing accounts, roles, profiles and consents."""

from samskap.people.actions.account import (
    account_for,
    change_address,
    confirm_address,
    delete_account,
)
from samskap.people.actions.consents import give_consent, withdraw_consent
from samskap.people.actions.household import join_household, leave_household, start_household
from samskap.people.actions.leaves import answer_leave, ask_guardian, withdraw_leave
from samskap.people.actions.profile import choose_name, tell_about_me, write_profile
from samskap.people.actions.roles import end_role, give_role

__all__ = [
    "account_for",
    "answer_leave",
    "ask_guardian",
    "change_address",
    "choose_name",
    "confirm_address",
    "delete_account",
    "end_role",
    "give_consent",
    "give_role",
    "join_household",
    "leave_household",
    "start_household",
    "tell_about_me",
    "withdraw_consent",
    "withdraw_leave",
    "write_profile",
]
