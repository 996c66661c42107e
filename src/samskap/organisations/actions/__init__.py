"""Changing organisations, memberships and mandates."""

from samskap.organisations.actions.forgetting import forget
from samskap.organisations.actions.mandates import end_mandate, give_mandate, remind_of_end
from samskap.organisations.actions.membership import (
    accept,
    add_member,
    ask_to_join,
    decline,
    end_membership,
    let_look_after,
    take_back_request,
)
from samskap.organisations.actions.registering import change, register

__all__ = [
    "accept",
    "add_member",
    "ask_to_join",
    "change",
    "decline",
    "end_mandate",
    "end_membership",
    "forget",
    "give_mandate",
    "let_look_after",
    "register",
    "remind_of_end",
    "take_back_request",
]
