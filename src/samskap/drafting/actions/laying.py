"""Laying items before an elected body, one recommendation each, and hearing its answers."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskap.base.memory import key_of
from samskap.drafting.actions.items import happened
from samskap.drafting.actions.reporting import (
    FOLLOW_UP_MONTHS,
    let_down,
    sources_of,
    tell_givers,
)
from samskap.drafting.errors import NothingToLay
from samskap.drafting.models import Document
from samskap.drafting.models.item import Item, ItemStep
from samskap.drafting.queries.items import items_of, to_lay
from samskap.drafting.words_items import kroner, responsible_for
from samskap.initiatives.actions.formal import lay_before, take_the_place
from samskap.initiatives.actions.moving import locked
from samskap.initiatives.models import FormalDecision, Recommendation
from samskap.kernels.deadlines import months_later
from samskap.ledger import actions as ledger
from samskap.ledger.models import Side
from samskap.organisations.models import Organisation
from samskap.people.models import Person

Answer = Recommendation.Answer
State, What = Item.State, ItemStep.What


@transaction.atomic
def lay_items(
    *,
    document: Document,
    body: Organisation,
    promised_on: date,
    by: Person,
    legal_due_on: date | None = None,
    at: datetime | None = None,
) -> FormalDecision:
    """Lay every item that is planned before an elected body, as one recommendation each.

    What came back from a body takes the place of the recommendation that came back.

    Refuses with NothingToLay, or as laying anything before a body does.
    """
    initiative = locked(document.initiative)
    ledger.lock(initiative.account_id)  # whoever writes is done first, and then the words stand
    document.initiative = initiative
    items = list(to_lay(items_of(document)))
    if not items:
        raise NothingToLay
    at = at or timezone.now()
    with translation.override(document.language):
        texts = [recommended(item) for item in items]
    formal = lay_before(
        initiative=initiative,
        body=body,
        title=document.title,
        recommendations=texts,
        promised_on=promised_on,
        legal_due_on=legal_due_on,
        by=by,
        at=at,
    )
    for item, laid in zip(items, formal.recommendations.order_by("number"), strict=True):
        laid.formal_decision = formal
        if item.recommendation is not None:
            take_the_place(recommendation=laid, returned=item.recommendation)
        item.document, item.recommendation = document, laid
        item.save(update_fields=["recommendation"])
        happened("drafting.item_laid", item, What.LAID, by=by, at=at)
        tell_givers(
            item,
            gettext_lazy("“{title}”, in which you had a part, is laid before elected people."),
            text=format_lazy(
                gettext_lazy("{body} answers by {day}."),
                body=body.name,
                day=lazy(date_format, str)(promised_on),
            ),
            but=by,
        )
    return formal


def recommended(item: Item) -> str:
    """Say an item as a recommendation: what, in the words of the text, for how much, by whom."""
    said = [
        (_("Cost"), kroner(item.cost_kroner)),
        (_("Responsible"), responsible_for(item)),
        (_("By when"), date_format(item.due_on) if item.due_on else ""),
    ]
    facts = [f"{label}: {value}" for label, value in said if value]
    text: str = getattr(item, "text", "")
    return "\n\n".join(filter(None, [item.title, text, "\n".join(facts)]))


def hear_of_answer(recommendation: Recommendation, by: Person, at: datetime) -> None:
    """Let an item hear of the answer of an elected body; called in that transaction.

    Adopted, with or without changes, it is decided, and half a year later somebody says how it
    goes. Rejected it is dropped. Returned it is planned again. Everybody whose proposal is in it
    hears the answer and its reasons.
    """
    item = (
        Item.objects.filter(recommendation=recommendation)
        .select_related("municipality", "document__initiative__account", "recommendation")
        .first()
    )
    if item is None:
        return
    item.recommendation = recommendation
    answer = Answer(recommendation.answer)
    item.state = {Answer.REJECTED: State.DROPPED, Answer.RETURNED: State.PLANNED}.get(
        answer, State.DECIDED
    )
    if item.state == State.DECIDED:
        item.follow_up_on = months_later(timezone.localdate(at), FOLLOW_UP_MONTHS)
    item.save(update_fields=["state", "follow_up_on"])
    reasons = recommendation.reasons
    happened("drafting.item_answered", item, What.ANSWERED, says=reasons, by=by, at=at)
    if answer == Answer.REJECTED:
        key = key_of(recommendation)
        let_down(item, reasons, decision_key=key, side=Side.PUBLIC, by=by, at=at)
    elif answer == Answer.RETURNED:
        label = gettext_lazy("“{title}”, in which you had a part, came back for more work.")
        tell_givers(item, label, text=reasons, but=by)
    else:
        _take_in(item, recommendation, by, at)


def _take_in(item: Item, recommendation: Recommendation, by: Person, at: datetime) -> None:
    """Record that the elected body took in what an item came from; each giver hears it."""
    body = recommendation.formal_decision.body.name
    is_changed = recommendation.answer == Answer.ADOPTED_CHANGED
    with translation.override(item.document.language):
        said = (
            _("{body} adopted item {number} of “{plan}” with changes. {reasons}")
            if is_changed
            else _("{body} adopted item {number} of “{plan}”. {reasons}")
        )
        reason = said.format(
            body=body,
            number=item.number,
            plan=item.document.title,
            reasons=recommendation.reasons,
        )
    for source in sources_of(item):
        ledger.adopt(
            contribution=source.contribution,
            phase=item.document.initiative.phase,
            decision_key=key_of(recommendation),
            by=by,
            with_changes=is_changed or not source.is_whole,
            reason=reason,
            at=max(at, source.contribution.at),
        )
