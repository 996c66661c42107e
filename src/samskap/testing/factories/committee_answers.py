"""Factories for what follows an answer: laid, answered and carried out through the actions."""

from datetime import timedelta

from django.utils import timezone

from samskap.committees.actions.carrying_out import plan
from samskap.committees.actions.effects import say_effects, weigh_answer
from samskap.committees.actions.meetings_held import write_down
from samskap.committees.models import AfterAnswer, Committee, Effects, State
from samskap.initiatives.actions.formal import answer_recommendation, lay_before
from samskap.initiatives.models import FormalDecision
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.testing.factories.committees import charter, committee, councillor, member, politician
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.partnership import public_partner


def laid(of: Committee, *texts: str, days_ago: int = 0, promised_in: int = 90) -> FormalDecision:
    """Lay recommendations before the body of a committee, some days ago."""
    at = timezone.now() - timedelta(days=days_ago)
    return lay_before(
        initiative=of.initiative,
        body=of.body,
        title="A town for all",
        recommendations=texts,
        promised_on=timezone.localdate() + timedelta(days=promised_in - days_ago),
        by=of.facilitator or of.initiative.raised_by,
        at=at,
    )


def answered(formal: FormalDecision, by: Person, *answers: str, reasons: str = "") -> None:
    """Give these answers, in the order of the recommendations."""
    for one, answer in zip(formal.recommendations.order_by("number"), answers, strict=False):
        answer_recommendation(
            recommendation=one,
            answer=answer,
            reasons=reasons or "The council has weighed it.",
            by=by,
        )


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of what follows an answer names."""
    made = committee(municipality=municipality, state=State.DELIVERED, title="A town for all")
    charter(made)
    mine = member(made, person=people["resident"])
    politician(made, person=people["politician"])
    formal = laid(made, "Open until nine", "Let residents be hosts", "A key for all")
    by = councillor(municipality)
    answered(formal, by, "adopted", "adopted", "rejected")
    first, second, _third = formal.recommendations.order_by("number")
    plan(
        committee=made,
        recommendation=first,
        partner=public_partner(made.initiative),
        due_on=timezone.localdate() + timedelta(days=30),
        by=made.facilitator,
    )
    say_effects(member=mine, scores=dict.fromkeys(Effects.QUESTIONS, 4), by=mine.person)
    weigh_answer(
        member=mine,
        scores=dict.fromkeys(AfterAnswer.QUESTIONS, 3),
        words="Thank you.",
        by=mine.person,
    )
    late = committee(municipality=municipality, state=State.DELIVERED, title="Still waiting")
    laid(late, "A bench at each bend", days_ago=100)
    write_down(
        body=OrganisationFactory(
            municipality=municipality, kind=Organisation.Kind.COMMITTEE, name="Culture and sports"
        ),
        year=timezone.localdate().year - 1,
        meetings=11,
        source="The minutes.",
        by=made.facilitator,
    )
    here, waits = {"slug": made.slug}, {"slug": late.slug}
    return {
        "committees:answer": [here, waits],
        "committees:plan": [{**here, "recommendation_id": second.pk}],
        "committees:effects": [here, waits],
        "committees:certificate": [here],
        "committees:certificate_pdf": [here],
    }
