"""Factories for ideas: given through the actions, so that the ledger knows of them."""

from typing import Any

from samskap.ideas import actions
from samskap.ideas.models import Idea, PaperSupport, Question
from samskap.ideas.paper import OnPaper
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.people import PersonFactory


def idea(
    *, initiative: Initiative | None = None, person: Person | None = None, **more: Any
) -> Idea:
    """A resident’s idea, unless told otherwise."""
    initiative = initiative or InitiativeFactory()
    actor_kind = more.pop("actor_kind", "resident")
    hand = more.pop("hand", None) or hand_of(
        person or PersonFactory(), initiative.municipality, actor_kind
    )
    plain = {"kind": "idea", "title": "A bench by the fjord", "language": "en"}
    return actions.give_idea(initiative=initiative, hand=hand, **plain | more)


def question(*, initiative: Initiative | None = None, **more: Any) -> Question:
    """An open question by whoever raised the initiative."""
    initiative = initiative or InitiativeFactory()
    plain = {"by": initiative.raised_by, "text": "What would make evenings shorter?"}
    return actions.ask(initiative=initiative, **plain | more)


def paper_support(
    *, idea: Idea, by: Person, name: str = "Astrid Vik", contact: str = ""
) -> PaperSupport:
    """A name on a list for an idea."""
    written = OnPaper(name, contact or "12 34 56 78")
    actions.write_down_names(idea=idea, names=[written], by=by, reference="List 1")
    return PaperSupport.objects.get(idea=idea, key=written.key)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of ideas names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["resident"])
    given = idea(initiative=initiative, person=people["resident"])
    asked = question(initiative=initiative)
    to = [{"slug": initiative.slug}]
    on_paper = paper_support(idea=given, by=people["facilitator"])
    one = [{"pk": given.pk}]
    return {
        "ideas:of": to,
        "ideas:give": to,
        "ideas:paper": to,
        "ideas:ask": to,
        "ideas:question": [{"pk": asked.pk}],
        "ideas:give_answer": [{"pk": asked.pk}],
        "ideas:idea": one,
        "ideas:support": one,
        "ideas:stop_supporting": one,
        "ideas:answer": one,
        "ideas:withdraw": one,
        "ideas:on_paper": one,
        **{
            f"ideas:{name}": [{"pk": on_paper.pk}]
            for name in ("take_off", "count_once", "tell_apart")
        },
        "api:list_ideas": to,
        "api:list_questions": to,
    }
