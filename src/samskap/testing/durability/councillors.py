"""Who answers in the instance: councillors who are signed in, and what lies before them."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from samskap.committees.models import State
from samskap.initiatives.actions.formal import lay_before
from samskap.municipalities.models import Municipality
from samskap.testing.durability.residents import session_of
from samskap.testing.factories.committees import committee, councillor, member
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import OrganisationFactory
from samskap.testing.factories.people import PersonFactory

A_LATER_DAY = 1000  # where numbers begin, so that nobody has the address of somebody else


def take_seats(persons: int, recommendations: int) -> dict[str, Any]:
    """Lay the work of a committee before the council, and let councillors sign in."""
    for make in (PersonFactory, InitiativeFactory, OrganisationFactory):
        make.reset_sequence(A_LATER_DAY, force=True)  # others have moved in before
    municipality = Municipality.objects.order_by("pk")[0]
    made = committee(municipality=municipality, state=State.DELIVERED)
    member(made)
    formal = lay_before(
        initiative=made.initiative,
        body=made.body,
        title="A town for all",
        recommendations=[f"Recommendation {number}" for number in range(recommendations)],
        promised_on=timezone.localdate() + timedelta(days=90),
        by=made.facilitator,
    )
    slug = made.initiative.slug
    return {
        "committee": made.pk,
        "slug": slug,
        "thanks": formal.get_absolute_url(),
        "answers": {
            one.pk: reverse("initiatives:answer_recommendation", args=[slug, one.pk])
            for one in formal.recommendations.all()
        },
        "sessions": [session_of(councillor(municipality)) for _ in range(persons)],
    }
