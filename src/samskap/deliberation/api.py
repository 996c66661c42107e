"""Deliberations as open data: what was asked, what was stated and how many said what; never who."""

from datetime import datetime

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.deliberation.models import Deliberation, Standing, Statement
from samskap.deliberation.queries.deliberations import NEWEST, listed
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["deliberation"])


class DeliberationOut(Schema):
    """A question, and who may answer it."""

    id: int = Field(description="unique")
    public_id: str = Field(description="lasting, public")
    initiative: str = Field(description="slug of the initiative that asks")
    question: str = Field(description="as written")
    about: str = Field(description="what people should know, in Markdown")
    language: str = Field(description="code of the language of the question")
    opens_at: datetime = Field(description=WITH_TIME_ZONE)
    closes_at: datetime | None = Field(description="with time zone; empty where it stays open")
    state: str = Field(description="open or closed, as those who keep it have said")
    least_level: int = Field(description="0 anybody, 1 with an address, 2 with a national e-ID")
    moderation: str = Field(description="before or after others see a statement")
    rules: str = Field(description="what was agreed about statements, in Markdown")
    people: int = Field(description="persons who take part and are counted")
    not_counted: int = Field(
        description="persons without an account who came after too many others from one network"
    )


class StatementOut(Schema):
    """A statement that everybody sees, and how many said what."""

    id: int = Field(description="unique")
    deliberation: int = Field(description="id of the deliberation")
    number: int = Field(description="within the deliberation; the same as on its page")
    text: str = Field(description="as written")
    language: str = Field(description="code of the language of the text")
    is_seed: bool = Field(description="written by those who keep the deliberation")
    given_at: datetime = Field(description=WITH_TIME_ZONE)
    agrees: int = Field(description="persons who agree, of those who are counted")
    disagrees: int = Field(description="persons who disagree, of those who are counted")
    passes: int = Field(description="persons who passed, of those who are counted")


@listing(router, "/", row=DeliberationOut)
def list_deliberations(request: MunicipalityRequest) -> Rows[Deliberation]:
    """Deliberations of the municipality, the newest first."""
    return Rows(found=listed(request.municipality), order=NEWEST, out=deliberation_out)


@listing(router, "/statements", row=StatementOut)
def list_statements(request: MunicipalityRequest) -> Rows[Statement]:
    """Statements of the municipality that are shown, the newest first."""
    found = Statement.objects.of(request.municipality).filter(state=Standing.SHOWN)
    return Rows(found=found, order=("-pk",), out=statement_out)


def deliberation_out(deliberation: Deliberation) -> DeliberationOut:
    """One deliberation as it leaves the house."""
    return DeliberationOut(
        id=deliberation.pk,
        public_id=str(deliberation.public_id),
        initiative=deliberation.initiative.slug,
        question=deliberation.question,
        about=deliberation.about,
        language=deliberation.language,
        opens_at=deliberation.opens_at,
        closes_at=deliberation.closes_at,
        state=deliberation.state,
        least_level=deliberation.least,
        moderation=deliberation.moderation,
        rules=deliberation.rules,
        people=deliberation.people,  # type: ignore[attr-defined]  # both of `listed`
        not_counted=deliberation.not_counted,  # type: ignore[attr-defined]
    )


def statement_out(statement: Statement) -> StatementOut:
    """One statement as it leaves the house."""
    return StatementOut(
        id=statement.pk,
        deliberation=statement.deliberation_id,
        number=statement.number,
        text=statement.text,
        language=statement.language,
        is_seed=statement.is_seed,
        given_at=statement.given_at,
        agrees=statement.agrees,
        disagrees=statement.disagrees,
        passes=statement.passes,
    )
