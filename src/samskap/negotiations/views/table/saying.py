"""What is said at the table with a form: each takes what was filled in, and thanks."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from samskap.ledger.models import Channel
from samskap.negotiations.actions import agreeing, pledging, talking
from samskap.negotiations.forms.table import (
    AssentForm,
    CloseForm,
    JointTextForm,
    OptionForm,
    PledgeForm,
    PositionForm,
    WordsForm,
)
from samskap.negotiations.models import Party
from samskap.negotiations.reading import Table
from samskap.people.models import Person


def channel_of(found: Table, party: Party) -> str:
    """How something comes in: what the mediator writes down for a party was said to them."""
    is_own = any(each.pk == party.pk for each in found.mine)
    return Channel.WEB if is_own else Channel.MEETING


def put_position(found: Table, by: Person, form: PositionForm) -> str:
    """Put what was filled in on the table."""
    said, party = form.cleaned_data, form.party
    talking.put_position(
        party=party,
        by=by,
        kind=said["kind"],
        text=said["position_text"],
        language=said["language"],
        readers=said["readers"],
        channel=channel_of(found, party),
    )
    return _("It lies on the table, for those you chose.")


def lay_option(found: Table, by: Person, form: OptionForm) -> str:
    """Lay the option that was filled in."""
    said, party = form.cleaned_data, form.party
    talking.lay_option(
        negotiation=found.negotiation,
        by=by,
        title=said["option_title"],
        text=said["option_text"],
        language=said["language"],
        party=party,
        meets=form.met,
        channel=channel_of(found, party),
    )
    return _("The option lies on the table. All parties are asked whether they can live with it.")


def pledge(found: Table, by: Person, form: PledgeForm) -> str:
    """Promise what was filled in."""
    said = form.cleaned_data
    pledging.pledge(party=form.party, by=by, what=said["promise_what"], due_on=said["due_on"])
    return _("It is offered. It counts once the mediator has said so for the table.")


def assent(found: Table, by: Person, form: AssentForm) -> str:
    """Say yes or no to the joint text."""
    said, party = form.cleaned_data, form.party
    agreeing.assent(
        party=party,
        by=by,
        says=said["assent_says"],
        reason=said["assent_reason"],
        channel=channel_of(found, party),
    )
    return _("Your party’s word stands under the joint text.")


def propose_words(found: Table, by: Person, form: WordsForm) -> str:
    """Propose the words that were filled in."""
    said, party = form.cleaned_data, form.party
    agreeing.propose_words(
        party=party,
        by=by,
        text=said["words"],
        reason=said["words_why"],
        channel=channel_of(found, party),
    )
    return _("Your words are proposed. Those who write the text answer, and say why.")


def open_text(found: Table, by: Person, form: JointTextForm) -> str:
    """Open the joint text."""
    said = form.cleaned_data
    agreeing.open_joint_text(
        negotiation=found.negotiation, by=by, title=said["text_title"], rule=said["text_rule"]
    )
    return _("The joint text is open. Those at the table can write on it.")


def close(found: Table, by: Person, form: CloseForm) -> str:
    """End the negotiation."""
    reason = form.cleaned_data["over_because"]
    agreeing.close(negotiation=found.negotiation, by=by, reason=reason)
    return _("The negotiation is over. All that was said stays readable.")


SAYS: dict[str, Callable[[Table, Person, Any], str]] = {
    "position": put_position,
    "option": lay_option,
    "pledge": pledge,
    "assent": assent,
    "words": propose_words,
    "text": open_text,
    "over": close,
}
