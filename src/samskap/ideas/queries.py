"""Reading ideas."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce, Concat, Lower
from django.utils import timezone

from samskap.base.brought import along
from samskap.base.once import once
from samskap.base.prepared import Prepared
from samskap.ideas.models import Idea, PaperSupport, Question, Support
from samskap.ideas.paper import keys_of_list, plain_contact, plain_name
from samskap.initiatives.models import Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

NEWEST = ("-given_at", "-pk")
MOST_SUPPORTED = ("-supports", "-pk")


def with_hands(ideas: QuerySet[Idea]) -> QuerySet[Idea]:
    """Bring along who gave each idea, for whom, and what became of it."""
    return ideas.select_related(
        "contribution__standing",
        "contribution__speaking_for",
        "contribution__giver__person",
    )


def ideas_of(initiative: Initiative) -> QuerySet[Idea]:
    """What was given to an initiative, neither withdrawn nor a part of another, newest first."""
    return with_hands(standing(Idea.objects.filter(initiative=initiative)))


def given_to(initiative: Initiative) -> QuerySet[Idea]:
    """Whatever was given to an initiative and not withdrawn, parts of others too; for open data."""
    given = Idea.objects.filter(initiative=initiative, withdrawn_at=None)
    return with_hands(given).select_related("merged_into")


def standing(ideas: QuerySet[Idea]) -> QuerySet[Idea]:
    """Only those that stand by themselves: neither withdrawn nor gone on as a part of another."""
    return ideas.filter(withdrawn_at=None, merged_into=None)


def idea_of(municipality: Municipality) -> QuerySet[Idea]:
    """Ideas of a municipality with all that their page shows."""
    return with_hands(Idea.objects.of(municipality)).select_related(
        "initiative__account", "initiative__municipality", "question", "merged_into"
    )


idea_to_support = Prepared(
    # With no more than a press of the button needs.
    lambda municipality, key: (
        Idea.objects.of(municipality)
        .filter(pk=key)
        .select_related("initiative")
        .only(
            "municipality",
            "title",
            "withdrawn_at",
            "merged_into",
            "initiative__account",
            "initiative__title",
            "initiative__state",
            "initiative__state_before",
        )
    ),
    municipality=int,
    key=int,
)
already_supported = Prepared(
    # Where an idea goes on, when it was withdrawn, and whether the person supports what goes on.
    lambda idea, person: (
        Idea.objects.filter(pk=idea)
        .annotate(
            is_mine=Exists(
                Support.objects.filter(
                    idea=Coalesce(OuterRef("merged_into"), OuterRef("pk")), person=person
                )
            )
        )
        .values_list("merged_into_id", "withdrawn_at", "is_mine")
    ),
    idea=int,
    person=int,
)


SHOWN = 3  # contributions on the page of an initiative

newest_three = Prepared(
    lambda initiative: with_hands(
        standing(Idea.objects.filter(initiative=initiative)).order_by(*NEWEST)
    )[:SHOWN],
    initiative=int,
)
supported_of_three = Prepared(
    lambda person, first, second, third: Support.objects.filter(
        person=person, idea__in=[first, second, third]
    ).values_list("idea_id", flat=True),
    person=int,
    first=int,
    second=int,
    third=int,
)


@once
def newest_of(initiative: Initiative) -> list[Idea]:
    """What was given to an initiative last, as much as its page shows."""
    return newest_three.all(initiative=initiative.pk)


def supported_among_newest(person: Person, keys: list[int]) -> set[int]:
    """Which of these few ideas a person supports."""
    first, second, third = (keys + [0] * SHOWN)[:SHOWN]
    mine = supported_of_three.all(person=person.pk, first=first, second=second, third=third)
    return set(mine)


def soonest_first(questions: QuerySet[Question]) -> QuerySet[Question]:
    """Those that close first before the others; those without end last."""
    return questions.order_by(F("closes_at").asc(nulls_last=True), "pk")


@along(lambda: soonest_first(Question.objects.filter(initiative=OuterRef("pk"))))
@once
def questions_of(initiative: Initiative) -> list[Question]:
    """Every question ever put, in that order."""
    return list(soonest_first(Question.objects.filter(initiative=initiative)))


def asked_now(initiative: Initiative) -> list[str]:
    """What an initiative asks everybody just now."""
    return [question.text for question in open_now(questions_of(initiative))]


def open_now(questions: list[Question]) -> list[Question]:
    """Those of some questions that take answers now."""
    now = timezone.now()
    return [
        question
        for question in questions
        if question.opens_at <= now and (question.closes_at is None or question.closes_at > now)
    ]


def open_questions(initiative: Initiative) -> QuerySet[Question]:
    """Questions that take answers now, those that close first before the others."""
    now = timezone.now()
    opened = Question.objects.filter(initiative=initiative, opens_at__lte=now)
    return soonest_first(opened.exclude(closes_at__lte=now))


def supported_by(person: Person, ideas: list[Idea] | list[int]) -> set[int]:
    """Which of these ideas a person supports."""
    mine = Support.objects.filter(person=person, idea__in=ideas)
    return set(mine.values_list("idea_id", flat=True))


def on_paper(idea: Idea) -> QuerySet[PaperSupport]:
    """Support that came on paper or by telephone, with the names as they were written."""
    return PaperSupport.objects.filter(idea=idea).select_related("contribution__giver")


def people_on_paper(idea: Idea) -> int:
    """How many support an idea on paper or by telephone."""
    people: int = on_paper(idea).aggregate(people=Sum("people", default=0))["people"]
    return people


def is_counted(idea: Idea, reference: str) -> bool:
    """Whether a list of this name is counted for an idea, or came with one that is a part of it."""
    whole = Q(pk=idea.pk) | Q(merged_into=idea)
    keys = keys_of_list(reference, Idea.objects.filter(whole).values_list("pk", flat=True))
    rows = PaperSupport.objects.filter(Q(idea=idea) | Q(idea__merged_into=idea), key__in=keys)
    return rows.exists()


def with_counted_lists(ideas: Iterable[Idea]) -> int:
    """How many of these ideas have lists of which only the number is known."""
    counted = PaperSupport.objects.filter(idea__in=list(ideas), people__gt=1)
    return counted.values("idea").distinct().count()


def perhaps_the_same(written: Iterable[PaperSupport]) -> set[int]:
    """Which of these names on paper may be somebody who supports the same idea on the web.

    They are called the same, or the contact is the address that somebody signs in with. One
    question for all of them; a machine only points at it, staff say.
    """
    asked = [each for each in written if each.people == 1 and not each.is_told_apart]
    if not asked:
        return set()
    givers = [each.contribution.giver for each in asked]
    names = {name for giver in givers for name in (giver.name, giver.name.title()) if name}
    contacts = {plain_contact(giver.reach) for giver in givers} - {""}
    called = Concat("person__given_name", Value(" "), "person__family_name")
    found = (
        Support.objects.filter(idea__in={each.idea_id for each in asked})
        .annotate(called=called, lower=Lower(called))
        .filter(
            Q(called__in=names)
            | Q(lower__in={name.lower() for name in names})
            | Q(person__email__in=contacts)
        )
        .values_list("idea_id", "called", "person__email")
    )
    known = {(idea, word) for idea, *words in found for word in (plain_name(words[0]), words[1])}
    return {
        each.pk
        for each, giver in zip(asked, givers, strict=True)
        if {(each.idea_id, plain_name(giver.name)), (each.idea_id, plain_contact(giver.reach))}
        & known
    }
