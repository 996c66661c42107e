"""Factories for ideas: given through the actions, so that the ledger knows of them."""

from typing import Any

from samskap.ideas import actions
from samskap.ideas.models import Idea, Merge, Objection, PaperSupport, Question
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


def merged_ideas(initiative: Initiative, people: dict[str, Person]) -> tuple[Merge, Objection]:
    """Two ideas that go on as one, to which one author objects and the resident still can."""
    author = PersonFactory()
    given = [
        idea(initiative=initiative, person=people["resident"], title="Benches by the water"),
        idea(initiative=initiative, person=author, title="Sit down by the fjord"),
    ]
    joined = actions.merge(
        ideas=given, into=given[0], by=people["facilitator"], reason="Both want to sit."
    )
    return joined, actions.object_to(merge=joined, by=author, text="Mine is about shade.")


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of ideas names."""
    initiative = InitiativeFactory(municipality=municipality, raised_by=people["resident"])
    given = idea(initiative=initiative, person=people["resident"])
    asked = question(initiative=initiative)
    to = [{"slug": initiative.slug}]
    joined, objection = merged_ideas(initiative, people)
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
        "ideas:merge": one,
        "ideas:undo_merge": [{"pk": joined.pk}],
        "ideas:object_to": [{"pk": joined.pk}],
        "ideas:answer_objection": [{"pk": objection.pk}],
        "api:list_ideas": to,
        "api:list_questions": to,
    }
