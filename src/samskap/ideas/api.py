"""Ideas as open data: public, read-only, and never who gave them by name."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.base.tables import whole
from samskap.ideas import queries
from samskap.ideas.models import Idea, Question
from samskap.initiatives.models import Initiative
from samskap.initiatives.open_tables import IN_AN_INITIATIVE, initiative_of
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["ideas"])


class IdeaOut(Schema):
    """Something that was given, and what became of it."""

    id: str = Field(description="lasting, public")
    kind: str = Field(description="story, problem_statement, evidence, idea or draft")
    phase: str = Field(description="define, design, implement or drive")
    title: str = Field(description="in one line, as written")
    text: str = Field(description="as written, in Markdown")
    language: str = Field(description="code of the language of title and text")
    question: int | None = Field(description="id of the question that it answers")
    given_at: datetime = Field(description=WITH_TIME_ZONE)
    side: str = Field(description="public or non_public")
    actor_kind: str = Field(description="resident, association, employee, …")
    speaking_for: str | None = Field(description="the organisation it was given for")
    channel: str = Field(description="web, paper, phone or meeting")
    supports: int = Field(
        description="persons who support it; of a part of another, as many as when it went on there"
    )
    merged_into: str | None = Field(description="id of the idea that it goes on as a part of")
    status: str = Field(description="received, read, used, partly_used, not_used or forwarded")
    reason: str = Field(description="the answer that was given")
    answer_due_on: date | None = Field(description="promised day of an answer")


class QuestionOut(Schema):
    """A question to all."""

    id: int = Field(description="unique")
    phase: str = Field(description="define, design, implement or drive")
    text: str = Field(description="the question in one line")
    more: str = Field(description="what is known, and what is wondered, in Markdown")
    asked_for: str | None = Field(description="the organisation it was asked for")
    is_hearing: bool = Field(description="whether it is a formal hearing")
    opens_at: datetime = Field(description=WITH_TIME_ZONE)
    closes_at: datetime | None = Field(description="with time zone; empty where it stays open")


def version_of(request: MunicipalityRequest, slug: str, **named: object) -> object:
    """What changes with whatever is given to one initiative: its account."""
    found = Initiative.objects.of(request.municipality).filter(slug=slug)
    return found.values_list("pk", "account__version").first()


def initiative_at(request: MunicipalityRequest, slug: str) -> Initiative:
    """The initiative at an address of this municipality; 404 where there is none."""
    found: Initiative = get_object_or_404(Initiative.objects.of(request.municipality), slug=slug)
    return found


@listing(router, "/of/{slug}", row=IdeaOut, version=version_of)
def list_ideas(request: MunicipalityRequest, slug: str) -> Rows[Idea]:
    """What was given to one initiative and not withdrawn, newest first; parts of others too."""
    found = queries.given_to(initiative_at(request, slug))
    return Rows(found=found, order=queries.NEWEST, out=idea_out)


@whole(list_ideas, within=IN_AN_INITIATIVE)
def all_ideas(request: MunicipalityRequest) -> Rows[Idea]:
    """What was given to all initiatives and not withdrawn."""
    found = queries.with_hands(Idea.objects.of(request.municipality).filter(withdrawn_at=None))
    return Rows(
        found=found.select_related("initiative", "merged_into"),
        order=("pk",),
        out=idea_out,
        within=initiative_of,
    )


@listing(router, "/questions/of/{slug}", row=QuestionOut)
def list_questions(request: MunicipalityRequest, slug: str) -> Rows[Question]:
    """Questions that were put to all about one initiative, open or closed, the newest first."""
    initiative = initiative_at(request, slug)
    found = Question.objects.filter(initiative=initiative, opens_at__lte=timezone.now())
    return Rows(
        found=found.select_related("asked_for"), order=("-opens_at", "-pk"), out=question_out
    )


@whole(list_questions, within=IN_AN_INITIATIVE)
def all_questions(request: MunicipalityRequest) -> Rows[Question]:
    """Questions that were put to all, open or closed."""
    found = Question.objects.of(request.municipality).filter(opens_at__lte=timezone.now())
    found = found.select_related("asked_for", "initiative")
    return Rows(found=found, order=("pk",), out=question_out, within=initiative_of)


def question_out(question: Question) -> QuestionOut:
    """A question as open data; never who asked it."""
    return QuestionOut(
        id=question.pk,
        phase=question.phase,
        text=question.text,
        more=question.more,
        asked_for=question.asked_for.name if question.asked_for else None,
        is_hearing=question.is_hearing,
        opens_at=question.opens_at,
        closes_at=question.closes_at,
    )


def idea_out(idea: Idea) -> IdeaOut:
    """What may leave the house of one idea, and no more."""
    given = idea.contribution
    return IdeaOut(
        id=str(idea.public_id),
        kind=idea.kind,
        phase=idea.phase,
        title=idea.title,
        text=idea.text,
        language=idea.language,
        question=idea.question_id,
        given_at=idea.given_at,
        side=given.side,
        actor_kind=given.actor_kind,
        speaking_for=given.speaking_for.name if given.speaking_for else None,
        channel=given.channel,
        supports=idea.supports,
        merged_into=str(idea.merged_into.public_id) if idea.merged_into else None,
        status=given.standing.status,
        reason=given.standing.reason,
        answer_due_on=given.standing.answer_due_on,
    )
