"""Deliberations as open data: what was asked, what was stated and how many said what; never who."""

from datetime import datetime

from django.db.models import Prefetch
from ninja import Field, Router, Schema

from samskap.base.addresses import address
from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.deliberation.models import Deliberation, Drawing, Standing, Statement, StatementText
from samskap.deliberation.queries.deliberations import NEWEST, listed
from samskap.kernels.opinion_map import FORMULA
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
    question_in: dict[str, str] = Field(
        description="the question as people have translated it, by code of the language"
    )
    opens_at: datetime = Field(description=WITH_TIME_ZONE)
    closes_at: datetime | None = Field(description="with time zone; empty where it stays open")
    state: str = Field(description="open or closed, as those who keep it have said")
    least_level: int = Field(description="0 anybody, 1 with an address, 2 with a national e-ID")
    moderation: str = Field(description="before or after others see a statement")
    rules: str = Field(description="what was agreed about statements, in Markdown")
    taken_in_at: datetime | None = Field(
        description="when a conversation from Polis came in, with time zone; empty where none did"
    )
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
    text_in: dict[str, str] = Field(
        description="the text as people have translated it, by code of the language"
    )
    is_seed: bool = Field(description="written by those who keep the deliberation")
    is_taken_in: bool = Field(description="came with a conversation from Polis")
    given_at: datetime = Field(description=WITH_TIME_ZONE)
    agrees: int = Field(description="persons who agree, of those who are counted")
    disagrees: int = Field(description="persons who disagree, of those who are counted")
    passes: int = Field(description="persons who passed, of those who are counted")


class DrawingOut(Schema):
    """A map of opinions that was drawn: the last one, and the last of each day before."""

    id: int = Field(description="unique")
    deliberation: int = Field(description="id of the deliberation")
    number: int = Field(description="1, 2, 3 … within its deliberation")
    at: datetime = Field(description=WITH_TIME_ZONE)
    formula: str = Field(description="the formula that drew it, with its version")
    votes: int = Field(description="votes that it rests on")
    participants: int = Field(description="persons who gave them, of those who are counted")
    in_groups: int = Field(description="of these, persons who voted enough to be in a group")
    groups: int = Field(description="how many groups there are")
    silhouette: float = Field(description="-1 … 1: how clearly the groups are apart")
    agreed_by_all: list[int] = Field(
        description="numbers of the statements that every group agrees with, the surest first"
    )
    sha256: str = Field(description="of the file with the single votes")
    file: str = Field(
        description="the newest map whose day is over, with the votes it was drawn from"
    )
    polis: str = Field(description="the same as a zip in the format of Polis")


@listing(router, "/", row=DeliberationOut)
def list_deliberations(request: MunicipalityRequest) -> Rows[Deliberation]:
    """Deliberations of the municipality, the newest first."""
    return Rows(found=listed(request.municipality), order=NEWEST, out=deliberation_out)


@listing(router, "/statements", row=StatementOut)
def list_statements(request: MunicipalityRequest) -> Rows[Statement]:
    """Statements of the municipality that are shown, the newest first."""
    found = Statement.objects.of(request.municipality).filter(state=Standing.SHOWN)
    read = Prefetch("texts", StatementText.objects.filter(waiting_since=None))
    return Rows(found=found.prefetch_related(read), order=("-pk",), out=statement_out)


@listing(router, "/drawings", row=DrawingOut)
def list_drawings(request: MunicipalityRequest) -> Rows[Drawing]:
    """Maps of opinions of the municipality, the newest first."""
    found = Drawing.objects.of(request.municipality).defer("document", "groups", "weights")
    return Rows(found=found, order=("-pk",), out=drawing_out)


def deliberation_out(deliberation: Deliberation) -> DeliberationOut:
    """One deliberation as it leaves the house."""
    return DeliberationOut(
        id=deliberation.pk,
        public_id=str(deliberation.public_id),
        initiative=deliberation.initiative.slug,
        question=deliberation.question,
        about=deliberation.about,
        language=deliberation.language,
        question_in={code: said["question"] for code, said in (deliberation.said_in or {}).items()},
        opens_at=deliberation.opens_at,
        closes_at=deliberation.closes_at,
        state=deliberation.state,
        least_level=deliberation.least,
        moderation=deliberation.moderation,
        rules=deliberation.rules,
        taken_in_at=deliberation.taken_in_at,
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
        text_in={each.language: each.text for each in statement.texts.all()},
        is_seed=statement.is_seed,
        is_taken_in=statement.contribution_id is None,
        given_at=statement.given_at,
        agrees=statement.agrees,
        disagrees=statement.disagrees,
        passes=statement.passes,
    )


def drawing_out(drawing: Drawing) -> DrawingOut:
    """What may leave the house of one map beside its file."""
    figures = drawing.figures
    return DrawingOut(
        id=drawing.pk,
        deliberation=drawing.deliberation_id,
        number=drawing.number,
        at=drawing.at,
        formula=FORMULA,
        votes=figures["votes"],
        participants=figures["participants"],
        in_groups=figures["in_groups"],
        groups=len(figures["groups"]),
        silhouette=figures["silhouette"],
        agreed_by_all=[told["statement"] for told in figures["common"] if told["agree"]],
        sha256=drawing.sha256,
        file=address("deliberation:map_file", drawing.deliberation_id),
        polis=address("deliberation:map_polis", drawing.deliberation_id),
    )
