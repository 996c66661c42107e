"""Hearings as open data: what was asked, what was said openly, what became of it."""

from datetime import date, datetime

from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.base.tables import whole
from samskap.hearings.models import PUBLIC, Hearing, HearingStatement
from samskap.hearings.queries.deadlines import preset_of
from samskap.hearings.queries.hearings import NEWEST, shown
from samskap.hearings.queries.statements import IN_ORDER, statements_of
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["hearings"])


class HearingOut(Schema):
    """A hearing that has opened."""

    id: str = Field(description="lasting, public")
    slug: str = Field(description="its name in addresses")
    initiative: str = Field(description="slug of the initiative it is about")
    title: str = Field(description="as written")
    about: str = Field(description="as written, in Markdown")
    language: str = Field(description="code of the language of title and text")
    kind: str = Field(description="kind of matter: no_zoning_plan, dk_local_plan, own, …")
    source: str = Field(description="the law and paragraph; empty for the municipality’s own")
    answers_to: str = Field(description="how else one can answer: e-mail, address, telephone")
    state: str = Field(description="open, closed, answering, answered or reported")
    opens_on: date = Field(description="the day it opened")
    closes_on: date = Field(description="the last day")
    law_closes_on: date | None = Field(description="the earliest last day by law")
    solution_locked_at: datetime | None = Field(
        description=f"when the solution had been locked, where it was; {WITH_TIME_ZONE}"
    )
    reported_at: datetime | None = Field(description=WITH_TIME_ZONE)
    summary: str = Field(description="what the hearing showed")


class HearingStatementOut(Schema):
    """A statement in a hearing, as everybody may read it; never who, but for whom and what side."""

    id: str = Field(description="lasting, public")
    number: int = Field(description="1, 2, 3 … within the hearing")
    text: str = Field(description="what everybody may read, in Markdown; empty where withheld")
    language: str = Field(description="code of the language of the text")
    way: str = Field(description="web, email, paper, phone or meeting")
    received_on: date = Field(description="the day it came in")
    is_late: bool = Field(description="whether it came after the last day")
    withheld_by: str = Field(description="the law by which it is withheld; empty where it is open")
    side: str = Field(description="public or non_public")
    actor_kind: str = Field(description="resident, association, business, public_unit, …")
    speaking_for: str | None = Field(description="the organisation it speaks for")
    status: str = Field(description="used, partly_used, not_used, forwarded or empty")
    assessment: str = Field(description="what the municipality says to it")
    changes: str = Field(description="what is changed because of it")
    answered_at: datetime | None = Field(description=WITH_TIME_ZONE)


@listing(router, "/", row=HearingOut)
def list_hearings(request: MunicipalityRequest) -> Rows[Hearing]:
    """Hearings that have opened, the newest first."""
    return Rows(found=shown(request.municipality), order=NEWEST, out=hearing_out)


@listing(router, "/{slug}/statements", row=HearingStatementOut)
def list_hearing_statements(request: MunicipalityRequest, slug: str) -> Rows[HearingStatement]:
    """What came in to one hearing and was not taken back, by number."""
    hearing = get_object_or_404(Hearing.objects.of(request.municipality), slug=slug)
    found = statements_of(hearing) if hearing.is_public else HearingStatement.objects.none()
    return Rows(found=found, order=IN_ORDER, out=statement_out)


@whole(list_hearing_statements, within={"hearing": "slug of the hearing"})
def all_hearing_statements(request: MunicipalityRequest) -> Rows[HearingStatement]:
    """What came in to all hearings and was not taken back."""
    found = HearingStatement.objects.of(request.municipality).filter(
        withdrawn_at=None, hearing__state__in=PUBLIC
    )
    return Rows(
        found=found.select_related("hearing", "answer", "contribution__speaking_for"),
        order=("pk",),
        out=statement_out,
        within=lambda statement: {"hearing": statement.hearing.slug},
    )


def hearing_out(hearing: Hearing) -> HearingOut:
    """What may leave the house of one hearing."""
    return HearingOut(
        id=str(hearing.public_id),
        slug=hearing.slug,
        initiative=hearing.initiative.slug,
        title=hearing.title,
        about=hearing.about,
        language=hearing.language,
        kind=hearing.preset,
        source=preset_of(hearing).source,
        answers_to=hearing.answers_to,
        state=hearing.state,
        opens_on=hearing.opens_on,
        closes_on=hearing.closes_on,
        law_closes_on=hearing.law_closes_on,
        solution_locked_at=hearing.solution_locked_at,
        reported_at=hearing.reported_at,
        summary=hearing.summary,
    )


def statement_out(statement: HearingStatement) -> HearingStatementOut:
    """What may leave the house of one statement; of a withheld one not even for whom it speaks."""
    given, answer = statement.contribution, statement.answer
    says_whom = statement.is_open and given.speaking_for is not None
    return HearingStatementOut(
        id=str(statement.public_id),
        number=statement.number,
        text=statement.readable,
        language=statement.language,
        way=statement.way,
        received_on=statement.received_on,
        is_late=statement.is_late,
        withheld_by=statement.basis,
        side=given.side,
        actor_kind=given.actor_kind,
        speaking_for=given.speaking_for.name if says_whom and given.speaking_for else None,
        status=answer.status if answer else "",
        assessment=answer.text if answer else "",
        changes=answer.changes if answer else "",
        answered_at=answer.at if answer else None,
    )
