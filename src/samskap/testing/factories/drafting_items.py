"""Factories for items of a plan: made through the actions, from what people gave."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from samskap.drafting.actions.items import make_item, say_money
from samskap.drafting.actions.laying import lay_items
from samskap.drafting.models import Document, Item, Money
from samskap.initiatives.actions.formal import answer_recommendation
from samskap.initiatives.models import Recommendation
from samskap.ledger.models import Contribution
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.testing.factories import drafting
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory


def carrier_of(document: Document) -> Person:
    """Somebody who carries the initiative of a text."""
    return Person.objects.get(pk=document.initiative.raised_by_id)


def given(document: Document, person: Person | None = None, **more: Any) -> Contribution:
    """A proposal to the plan, by a resident of its own."""
    plain = {"account": document.initiative.account, "caption": "A later bus"}
    return contribution(person=person or PersonFactory(), **plain | more)


def item(
    document: Document | None = None, causes: tuple[Contribution, ...] = (), **facts: Any
) -> Item:
    """A paragraph that became an item, caused by what somebody gave."""
    document = document or drafting.document()
    paragraph = drafting.paragraph(document, kind="item", causes=causes)
    plain = {
        "title": "Bus 42 also in the evening",
        "by": carrier_of(document),
        "cost_kroner": 1_200_000,
        "responsible_says": "The bus office",
        "due_on": timezone.localdate() + timedelta(days=60),
    }
    return make_item(paragraph=paragraph, **plain | facts)


def money(document: Document, kroner: int = 2_000_000, **facts: Any) -> Money:
    """What money there is, as the council said."""
    plain = {"said_by": "The council’s budget", "said_on": date(2026, 11, 1)}
    return say_money(document=document, kroner=kroner, by=carrier_of(document), **plain | facts)


def council_of(municipality: Municipality) -> tuple[Organisation, Person]:
    """An elected body, and one of its politicians."""
    body = OrganisationFactory(municipality=municipality, kind=Organisation.Kind.COUNCIL)
    politician = RoleFactory(municipality=municipality, role="politician").person
    MembershipFactory(organisation=body, person=politician)
    return body, politician


def laid(document: Document) -> Person:
    """Lay all items of a plan before a council; returns who answers for it."""
    body, politician = council_of(document.municipality)
    day = timezone.localdate() + timedelta(days=30)
    lay_items(document=document, body=body, promised_on=day, by=carrier_of(document))
    return politician


def answered(item: Item, by: Person, answer: str = "adopted") -> Item:
    """Let the council answer about an item."""
    item.refresh_from_db()
    recommendation = Recommendation.objects.get(pk=item.recommendation_id)
    answer_recommendation(
        recommendation=recommendation, answer=answer, reasons="The fjord can pay for it.", by=by
    )
    item.refresh_from_db()
    return item


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of plans names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["facilitator"])
    text = drafting.document(initiative, people["facilitator"])
    made = item(text, causes=(given(text, people["resident"]),))
    given(text, caption="A bench at the stop")
    money(text)
    drafting.edition(text)
    one = [{"pk": text.pk}]
    return {
        **{f"drafting:{name}": one for name in ("plan", "answers", "compare", "pdf")},
        "drafting:item": [{"pk": made.pk}],
        "drafting:edit_item": [{"pk": made.paragraph_id}],
    }
