"""Changing joint texts: start, write, propose, decide, put in order, name an edition."""

from samskap.drafting.actions.deciding import decide_change, hear_decision, put_to_partners
from samskap.drafting.actions.editions import publish_edition, settle_document
from samskap.drafting.actions.forgetting import forget
from samskap.drafting.actions.proposing import (
    propose_change,
    propose_paragraph,
    propose_removal,
    withdraw_change,
)
from samskap.drafting.actions.shared import Clash
from samskap.drafting.actions.starting import let_writer_go, name_writer, start_document
from samskap.drafting.actions.taking_in import take_in
from samskap.drafting.actions.writing import (
    add_paragraph,
    place_paragraph,
    remove_paragraph,
    write,
)

__all__ = [
    "Clash",
    "add_paragraph",
    "decide_change",
    "forget",
    "hear_decision",
    "let_writer_go",
    "name_writer",
    "place_paragraph",
    "propose_change",
    "propose_paragraph",
    "propose_removal",
    "publish_edition",
    "put_to_partners",
    "remove_paragraph",
    "settle_document",
    "start_document",
    "take_in",
    "withdraw_change",
    "write",
]
