"""What elected bodies answered as open data: each answer, how much in time, how long it takes."""

from datetime import date

from django.utils import timezone
from ninja import Field, Router, Schema

from samskap.base.open_data import Counted, Rows, listing
from samskap.base.tables import table
from samskap.committees.models import MeetingsHeld
from samskap.committees.queries.answer import answer_rate
from samskap.committees.queries.times import medians_in
from samskap.initiatives.models import Recommendation
from samskap.municipalities.middleware import MunicipalityRequest

router = Router()


class AnswerOut(Schema):
    """One recommendation that lay before an elected body, and its reasoned answer."""

    id: int = Field(description="unique")
    committee: str | None = Field(
        description="slug of the committee; empty where none delivered it"
    )
    initiative: str = Field(description="slug of the initiative")
    body: str = Field(description="the elected body that answers")
    number: int = Field(description="1, 2, 3 … among those laid before the body together")
    text: str = Field(description="as written")
    promised_on: date = Field(description="day by which the body promised its answer")
    answer: str = Field(description="adopted, adopted_changed, rejected, returned, or empty")
    reasons: str = Field(description="as written; empty until it is answered")
    answered_on: date | None = Field(description="empty until it is answered")
    is_in_time: bool = Field(description="answered on the promised day or before")
    instead_of: int | None = Field(description="id of the returned one whose place it takes")


class CouncilFigureOut(Schema):
    """One figure of how elected bodies answer, and what it rests on."""

    figure: str = Field(description="answer_rate, days_to_decision or days_to_realisation")
    says: str = Field(description="what it is, and its unit")
    value: float | None = Field(description="empty where n is 0")
    n: int = Field(description="recommendations or committees that it is made of")


class MeetingsHeldOut(Schema):
    """How often an elected body met in a year."""

    body: str = Field(description="name of the body")
    year: int = Field(description="calendar year")
    meetings: int = Field(description="meetings held in that year")
    source: str = Field(description="where the number is from, as written")


@listing(router, "/answers", row=AnswerOut)
def list_council_answers(request: MunicipalityRequest) -> Rows[Recommendation]:
    """Everything that was recommended to elected bodies, and what they answered."""
    found = Recommendation.objects.of(request.municipality).select_related(
        "formal_decision__body", "formal_decision__initiative__committee"
    )
    return Rows(found=found, order=("-pk",), out=answer_out)


@listing(router, "/standing-meetings", row=MeetingsHeldOut)
def list_standing_meetings(request: MunicipalityRequest) -> Rows[MeetingsHeld]:
    """How often standing committees met, year by year."""
    found = MeetingsHeld.objects.of(request.municipality).select_related("body")
    return Rows(found=found, order=("pk",), out=meetings_out)


@router.get("/figures", response=list[CouncilFigureOut])
def council_figures(request: MunicipalityRequest) -> list[CouncilFigureOut]:
    """How well elected bodies answer, and how long it takes from charter to realisation."""
    rate, times = answer_rate(request.municipality), medians_in(request.municipality)
    told = (
        ("answer_rate", "share 0…1 answered by the promised day, of all due", rate),
        ("days_to_decision", "days from charter to decision, the middle one", times.to_decision),
        (
            "days_to_realisation",
            "days from decision to what was done first, the middle one",
            times.to_realisation,
        ),
    )
    return [
        CouncilFigureOut(figure=name, says=says, value=found.value, n=found.n)
        for name, says, found in told
    ]


@table("council-figures", row=CouncilFigureOut)
def all_council_figures(request: MunicipalityRequest) -> Counted:
    """How well elected bodies answer, and how long it takes from charter to realisation."""
    return Counted(rows=council_figures(request))


def answer_out(one: Recommendation) -> AnswerOut:
    """What may leave the house of one answer; never who gave it."""
    formal = one.formal_decision
    committee = getattr(formal.initiative, "committee", None)
    answered_on = timezone.localdate(one.answered_at) if one.answered_at else None
    return AnswerOut(
        id=one.pk,
        committee=committee.slug if committee else None,
        initiative=formal.initiative.slug,
        body=formal.body.name,
        number=one.number,
        text=one.text,
        promised_on=formal.promised_on,
        answer=one.answer,
        reasons=one.reasons,
        answered_on=answered_on,
        is_in_time=answered_on is not None and answered_on <= formal.promised_on,
        instead_of=one.instead_of_id,
    )


def meetings_out(held: MeetingsHeld) -> MeetingsHeldOut:
    """The number of meetings of one body in one year."""
    return MeetingsHeldOut(
        body=held.body.name, year=held.year, meetings=held.meetings, source=held.source
    )
