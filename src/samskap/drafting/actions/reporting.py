"""How far an item has come: under way, in force, dropped; and how it goes after half a year."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samskap.base.memory import key_of
from samskap.drafting.actions.items import happened, held
from samskap.drafting.actions.sources import held_by, is_taken_back, must_plan
from samskap.drafting.errors import (
    DayLiesAhead,
    ItemStandsElsewhere,
    NotYoursToReport,
    SayWhatHappened,
)
from samskap.drafting.models.item import Item, ItemSource, ItemStep
from samskap.drafting.permissions_items import may_report
from samskap.drafting.queries.trace import trace_path
from samskap.kernels.deadlines import months_later
from samskap.ledger import actions as ledger
from samskap.ledger.hands import answering_side
from samskap.ledger.models import FateStatus
from samskap.notices.actions import tell
from samskap.people.models import Person

State, What = Item.State, ItemStep.What
FOLLOW_UP_MONTHS = 6
"""After half a year it is said what was kept and what is late (domain.md SC-6, step 5)."""

LEADS_TO = {What.UNDER_WAY: State.UNDER_WAY, What.IN_FORCE: State.IN_FORCE}
FROM = {
    What.UNDER_WAY: {State.PLANNED, State.DECIDED},
    What.IN_FORCE: {State.PLANNED, State.DECIDED, State.UNDER_WAY, State.IN_FORCE},
    What.DROPPED: {State.PLANNED, State.DECIDED, State.UNDER_WAY},
    What.FOLLOWED_UP: {State.DECIDED, State.UNDER_WAY, State.IN_FORCE},
}
TELLS = {
    What.UNDER_WAY: gettext_lazy("“{title}” is under way. You had a part in it."),
    What.IN_FORCE: gettext_lazy("“{title}” is in force. You had a part in it."),
    What.FOLLOWED_UP: gettext_lazy("How it goes with “{title}”, in which you had a part."),
}


@transaction.atomic
def report(
    *,
    item: Item,
    what: str,
    says: str,
    by: Person,
    link: str = "",
    on: date | None = None,
    at: datetime | None = None,
) -> Item:
    """Say how far an item has come; everybody whose proposal is in it hears it.

    what  under_way, in_force, dropped or followed_up
    on    the day since when it is in force; today where nobody says
    link  the address of what is in force, such as a timetable

    Refuses with NotYoursToReport, NotYoursToPlan, WaitsForTheBody, ItemStandsElsewhere,
    SayWhatHappened or DayLiesAhead.
    """
    item = held(item)
    if not may_report(by, item):
        raise NotYoursToReport(item=item.title)
    if what == What.DROPPED:
        must_plan(by, item.document)
    if item.waits:
        raise held_by(item)
    if item.state not in FROM[What(what)]:
        raise ItemStandsElsewhere(state=item.get_state_display())
    if not says.strip():
        raise SayWhatHappened
    at = at or timezone.now()
    on = on or timezone.localdate(at)
    if on > timezone.localdate(at):
        raise DayLiesAhead

    item.state = LEADS_TO.get(What(what), item.state)
    if what == What.IN_FORCE:
        item.in_force_on = item.in_force_on or on
        item.follow_up_on = item.follow_up_on or months_later(on, FOLLOW_UP_MONTHS)
    elif what == What.FOLLOWED_UP:
        is_done = item.state == State.IN_FORCE
        item.follow_up_on = None if is_done else months_later(on, FOLLOW_UP_MONTHS)
    elif what == What.DROPPED:
        item.state, item.follow_up_on = State.DROPPED, None
    item.save()
    happened(
        f"drafting.item_{What(what).value}",
        item,
        what,
        says=says,
        link=link,
        on=on,
        by=by,
        at=at,
    )
    if what == What.DROPPED:
        side = answering_side(by, item.municipality)
        let_down(item, says.strip(), decision_key=key_of(item), side=side, by=by, at=at)
    else:
        tell_givers(item, TELLS[What(what)], text="\n".join(filter(None, [says, link])), but=by)
    return item


def sources_of(item: Item) -> list[ItemSource]:
    """The sources of an item whose givers still stand by them."""
    rows = item.sources.select_related(
        "contribution__standing", "contribution__account", "contribution__giver__person"
    )
    return [source for source in rows if not is_taken_back(source.contribution)]


def let_down(
    item: Item, reasons: str, *, decision_key: str, side: str, by: Person, at: datetime
) -> None:
    """Answer those whose proposal was in an item that is dropped, or was rejected.

    What is in another item as well, which goes on, is still used in part.
    """
    with translation.override(item.document.language):
        reason = _("Item {number} of “{plan}” was dropped: {reasons}").format(
            number=item.number, plan=item.document.title, reasons=reasons
        )
    sources = sources_of(item)
    going_on = ItemSource.objects.filter(
        contribution__in=[source.contribution_id for source in sources]
    ).exclude(item__state=State.DROPPED)
    elsewhere = set(going_on.values_list("contribution", flat=True))
    for source in sources:
        is_used = source.contribution_id in elsewhere
        ledger.settle(
            contribution=source.contribution,
            status=FateStatus.PARTLY_USED if is_used else FateStatus.NOT_USED,
            reason=reason,
            decision_key=decision_key,
            side=side,
            by=by,
            at=max(at, source.contribution.at),
            parts_too=False,  # what goes along is a source itself
        )


def tell_givers(item: Item, label: str | Promise, *, text: str | Promise, but: Person) -> None:
    """Tell everybody whose proposal is in an item, once each, with the way to their own trace."""
    told = {but.pk}
    for source in sources_of(item):
        person = source.contribution.giver.person
        if person is None or person.pk in told:
            continue
        told.add(person.pk)
        tell(
            person=person,
            municipality=item.municipality,
            kind="drafting.item",
            label=format_lazy(label, title=item.title),  # type: ignore[arg-type]
            text=text,
            path=trace_path(source.contribution),
        )
