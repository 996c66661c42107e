"""Ideas as open data: public, read-only, and never who gave them by name."""

from datetime import datetime

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from samskap.base.keyset import page_of
from samskap.ideas import queries
from samskap.ideas.models import Idea
from samskap.initiatives.models import Initiative

router = Router(tags=["ideas"])


class IdeaOut(Schema):
    """Something that was given, and what became of it."""

    id: str = Field(description="lasting, public")
    kind: str = Field(description="story, problem_statement, evidence, idea or draft")
    phase: str = Field(description="define, design, implement or drive")
    title: str
    text: str = Field(description="as written, in Markdown")
    language: str = Field(description="of title and text")
    given_at: datetime = Field(description="with time zone")
    side: str = Field(description="public or non_public")
    actor_kind: str = Field(description="resident, association, employee, …")
    speaking_for: str | None = Field(description="the organisation it was given for")
    channel: str = Field(description="web, paper, phone or meeting")
    supports: int = Field(description="persons who support it")
    status: str = Field(description="received, read, used, partly_used, not_used, forwarded")
    reason: str = Field(description="the answer that was given")
    answer_due_on: str | None = Field(description="promised day of an answer")


class IdeasOut(Schema):
    """One page of ideas."""

    items: list[IdeaOut]
    older: str = Field(description="send it as `after` to get the next page; empty at the end")


@router.get("/of/{slug}", response=IdeasOut)
def list_ideas(request: HttpRequest, slug: str, after: str = "") -> IdeasOut:
    """What was given to one initiative and not withdrawn, newest first, 100 a page."""
    initiative = get_object_or_404(Initiative.objects.of(request.municipality), slug=slug)  # type: ignore[attr-defined]
    page = page_of(queries.ideas_of(initiative), order=queries.NEWEST, after=after, size=100)
    return IdeasOut(items=[idea_out(idea) for idea in page.items], older=page.older_token)


def idea_out(idea: Idea) -> IdeaOut:
    """What may leave the house of one idea, and no more."""
    given = idea.contribution
    due_on = given.standing.answer_due_on
    return IdeaOut(
        id=str(idea.public_id),
        kind=idea.kind,
        phase=idea.phase,
        title=idea.title,
        text=idea.text,
        language=idea.language,
        given_at=idea.given_at,
        side=given.side,
        actor_kind=given.actor_kind,
        speaking_for=given.speaking_for.name if given.speaking_for else None,
        channel=given.channel,
        supports=idea.supports,
        status=given.standing.status,
        reason=given.standing.reason,
        answer_due_on=due_on.isoformat() if due_on else None,
    )
