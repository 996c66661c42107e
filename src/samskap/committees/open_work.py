"""What committees recommend and try, as open data: sums of votes, never who voted how."""

from datetime import date, datetime

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.committees.models import Pilot, Recommendation, Vote
from samskap.committees.queries.motions import counted, notes_of
from samskap.committees.queries.recommendations import recommendations_in
from samskap.kernels.suppression import SMALLEST_SHOWN
from samskap.municipalities.middleware import MunicipalityRequest

router = Router()
Stance = Vote.Stance


class CommitteeRecommendationOut(Schema):
    """One recommendation of a task committee."""

    id: str = Field(description="lasting, public")
    committee: str = Field(description="slug of the committee")
    number: int = Field(description="1, 2, 3 … within the committee")
    text: str = Field(description="what is recommended")
    why: str = Field(description="the grounds, as written")
    costs: str = Field(description="what it costs and saves, as written")
    carried_by: str = Field(description="who could carry it out, as written")
    proposed_at: datetime = Field(description=WITH_TIME_ZONE)
    status: str = Field(description="proposed, recommended, not_recommended or withdrawn")
    way: str = Field(description="consensus or vote, of the last vote; empty before there is one")
    votes_for: int | None = Field(description="members for it; empty while the vote is open")
    votes_against: int | None = Field(description="members against it")
    votes_aside: int | None = Field(description="members who stood aside")
    minority_notes: list[str] = Field(description="what the minority thinks, without names")
    answer: str = Field(description="adopted, adopted_changed, rejected, returned or empty")
    answer_reasons: str = Field(description="the reasons of the elected body")


class PilotOut(Schema):
    """Something that a task committee tries."""

    id: str = Field(description="lasting, public")
    committee: str = Field(description="slug of the committee")
    title: str = Field(description="what is tried, in one line")
    stop_rule: str = Field(description="what makes it stop at once")
    starts_on: date = Field(description="first day")
    ends_on: date = Field(description="last day")
    participants: int | None = Field(description="who take part; empty where fewer than five")
    co_designers: int | None = Field(description="who help to shape it; empty where fewer than 5")
    interpreted_into: str = Field(description="languages, as written")
    is_in_plain_language: bool = Field(description="whether everything is in plain language")
    stopped_on: date | None = Field(description="where the stop rule stopped it")
    result: str = Field(description="what it showed, as written")
    outcome: str = Field(description="keep, stop or empty")
    decided_on: date | None = Field(description="day of the decision")


@listing(router, "/recommendations", row=CommitteeRecommendationOut)
def list_committee_recommendations(request: MunicipalityRequest) -> Rows[Recommendation]:
    """Recommendations of all task committees, in the order in which they were proposed."""
    found = recommendations_in(request.municipality)
    return Rows(found=found, order=("pk",), out=recommendation_out)


@listing(router, "/pilots", row=PilotOut)
def list_pilots(request: MunicipalityRequest) -> Rows[Pilot]:
    """What task committees try, in the order in which it was written down."""
    found = Pilot.objects.of(request.municipality).select_related("committee")
    return Rows(found=found, order=("pk",), out=pilot_out)


def recommendation_out(one: Recommendation) -> CommitteeRecommendationOut:
    """What may leave the house of one recommendation; its motions are read along."""
    motions = list(one.motions.all())
    last = motions[-1] if motions else None
    votes = counted(last) if last is not None and not last.is_open else None
    laid = one.laid_as
    return CommitteeRecommendationOut(
        id=str(one.public_id),
        committee=one.committee.slug,
        number=one.number,
        text=one.text,
        why=one.why,
        costs=one.costs,
        carried_by=one.carried_by,
        proposed_at=one.proposed_at,
        status=one.status,
        way=last.way if last else "",
        votes_for=votes[Stance.FOR] if votes is not None else None,
        votes_against=votes[Stance.AGAINST] if votes is not None else None,
        votes_aside=votes[Stance.ASIDE] if votes is not None else None,
        minority_notes=[note.text for note in notes_of(motions)],
        answer=laid.answer if laid else "",
        answer_reasons=laid.reasons if laid else "",
    )


def persons(count: int) -> int | None:
    """A number of persons, where it is nought or large enough to be published."""
    return None if 0 < count < SMALLEST_SHOWN else count


def pilot_out(one: Pilot) -> PilotOut:
    """What may leave the house of one pilot."""
    return PilotOut(
        id=str(one.public_id),
        committee=one.committee.slug,
        title=one.title,
        stop_rule=one.stop_rule,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        participants=persons(one.participants),
        co_designers=persons(one.co_designers),
        interpreted_into=one.interpreted_into,
        is_in_plain_language=one.is_in_plain_language,
        stopped_on=one.stopped_on,
        result=one.result,
        outcome=one.outcome,
        decided_on=one.decided_on,
    )
