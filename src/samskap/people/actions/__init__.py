"""Changing accounts, roles, profiles and consents."""

from samskap.people.actions.account import (
    account_for,
    change_address,
    confirm_address,
    delete_account,
    take_part,
)
from samskap.people.actions.consents import give_consent, withdraw_consent
from samskap.people.actions.drafts import claim_drafts, keep_draft, throw_away
from samskap.people.actions.e_id import (
    add_identity,
    remove_identity,
    renew_key,
    set_up_provider,
)
from samskap.people.actions.household import join_household, leave_household, start_household
from samskap.people.actions.leaves import answer_leave, ask_guardian, withdraw_leave
from samskap.people.actions.levels import set_least_levels
from samskap.people.actions.profile import choose_name, tell_about_me, write_profile
from samskap.people.actions.roles import end_role, give_role
from samskap.people.actions.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    end_second_factor,
    renew_recovery_codes,
    reset_second_factor,
    set_strong_roles,
    show_second_factor,
)
from samskap.people.actions.sessions import end_session, end_sessions

__all__ = [
    "account_for",
    "add_identity",
    "answer_leave",
    "ask_guardian",
    "begin_second_factor",
    "change_address",
    "choose_name",
    "claim_drafts",
    "confirm_address",
    "confirm_second_factor",
    "delete_account",
    "end_role",
    "end_second_factor",
    "end_session",
    "end_sessions",
    "give_consent",
    "give_role",
    "join_household",
    "keep_draft",
    "leave_household",
    "remove_identity",
    "renew_key",
    "renew_recovery_codes",
    "reset_second_factor",
    "set_least_levels",
    "set_strong_roles",
    "set_up_provider",
    "show_second_factor",
    "start_household",
    "take_part",
    "tell_about_me",
    "throw_away",
    "withdraw_consent",
    "withdraw_leave",
    "write_profile",
]
