"""Factories for hearings: made through the actions, as in the house itself."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from samskap.hearings.actions import answering, opening, planning, reporting, stating
from samskap.hearings.models import Answer, Hearing, HearingStatement, Recipient
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import paper_hand
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

PLAIN = {
    "title": "A path along the fjord",
    "about": "Which of the three lines is best? What must the path have?",
    "language": "en",
    "answers_to": "post@fjordvik.example\nFjordvik kommune, Rådhusgata 1\n55 00 00 00",
}


def steward_of(municipality: Municipality) -> Person:
    """A case officer who looks after hearings there."""
    return RoleFactory(municipality=municipality, role="case_officer").person


def planned(
    *, initiative: Initiative | None = None, by: Person | None = None, **more: Any
) -> Hearing:
    """A hearing of the municipality’s own choice that opens today, unless told otherwise."""
    if initiative is None:
        initiative = InitiativeFactory(municipality=more.pop("municipality", MunicipalityFactory()))
    by = by or steward_of(initiative.municipality)
    plain = {"preset": "own", "opens_on": timezone.localdate()}
    return planning.plan_hearing(initiative=initiative, by=by, **PLAIN | plain | more)


def opened(*, by: Person | None = None, knows_it_is_late: bool = False, **more: Any) -> Hearing:
    """A hearing that is open, with one paper."""
    made = planned(by=by, **more)
    by = by or made.planned_by
    planning.lay_open(hearing=made, by=by, title="The plan", url="https://example.org/plan")
    return opening.open_hearing(hearing=made, by=by, knows_it_is_late=knows_it_is_late)


def stated(hearing: Hearing, by: Person | None = None, **more: Any) -> HearingStatement:
    """A resident’s statement on the web."""
    person = by or PersonFactory()
    plain = {
        "hand": hand_of(person, hearing.municipality),
        "text": f"Person {person.pk} wants lamps along the whole path.",
        "language": "en",
    }
    return stating.state(hearing=hearing, **plain | more)


def by_letter(hearing: Hearing, by: Person, **more: Any) -> HearingStatement:
    """A statement that came in a letter, and was written down by somebody who may."""
    hand = paper_hand(by=by, municipality=hearing.municipality, name="Ola Vik", reach="Vik 1")
    return stating.state(
        hearing=hearing,
        hand=hand,
        **{"text": "Mind the old stone wall.", "language": "en", "way": "paper"} | more,
    )


def closed(hearing: Hearing) -> Hearing:
    """Let the last day of a hearing have passed."""
    opening.close_due(timezone.now() + timedelta(days=400))
    hearing.refresh_from_db()
    return hearing


def answered(hearing: Hearing, by: Person, *statements: HearingStatement, **more: Any) -> Answer:
    """Answer some statements, or all that wait."""
    keys = [each.pk for each in statements or hearing.statements.filter(answer=None)]
    plain = {"status": "used", "text": "There will be lamps."}
    return answering.answer(hearing=hearing, keys=keys, by=by, **plain | more)


def reported(hearing: Hearing, by: Person) -> Hearing:
    """Answer everything, and report."""
    if hearing.statements.filter(answer=None, withdrawn_at=None).exists():
        answered(hearing, by)
    hearing.refresh_from_db()
    if hearing.state == "open":
        closed(hearing)
    return reporting.report(hearing=hearing, summary="Most want lamps.", by=by)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of hearings names."""
    steward, resident = people["facilitator"], people["resident"]
    begun = planned(municipality=municipality, by=steward, title="A new school")
    planning.ask(
        hearing=begun,
        by=steward,
        kind=Recipient.Kind.NEIGHBOUR,
        name="Kari Vik, Vik 2",
        way=Recipient.Way.LETTER,
    )
    now = opened(municipality=municipality, by=steward)
    file = ContentFile(b"%PDF-1.7 a map", name="map.pdf")
    map_of_it = planning.lay_open(hearing=now, by=steward, title="Map", file=file)
    scan = ContentFile(b"%PDF-1.7 a letter", name="letter.pdf")
    mine = stated(now, resident, attachment=scan)
    letter = by_letter(now, steward)
    stating.withhold(statement=letter, basis="offentleglova § 13", open_text="A wall.", by=steward)
    over = opened(municipality=municipality, by=steward, title="A bench by the fjord")
    answered(over, steward, stated(over, resident), changes="A bench is drawn in.")
    with transaction.atomic():
        opening.close(planning.locked(over), at=timezone.now())
    reporting.report(hearing=over, summary="People want the bench.", by=steward)
    one = {"slug": now.slug}
    each = [{"slug": made.slug} for made in (now, over, begun)]
    said = [{"slug": now.slug, "number": made.number} for made in (mine, letter)]
    return {
        "hearings:new": [{"slug": now.initiative.slug}],
        "hearings:hearing": each,
        "hearings:keep": each,
        "hearings:state": [one],
        "hearings:answers": [one],
        "hearings:to_tell": [one],
        "hearings:report": [{"slug": over.slug}],
        "hearings:statement": said,
        "hearings:attachment": said[:1],
        "hearings:paper": [{"pk": map_of_it.pk}],
        "api:list_hearing_statements": each[:2],
    }
