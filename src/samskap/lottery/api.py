"""Lots as open data: what is drawn, how far it has come, and what the draw was; never who."""

from datetime import datetime

from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.lottery.models import Lot, Round
from samskap.lottery.queries import listed
from samskap.lottery.queries.lots import NEWEST
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["lottery"])


class TargetOut(Schema):
    """How many are to be drawn of one value of a feature."""

    feature: str = Field(description="what the panel is balanced by, as written")
    value: str = Field(description="one answer, as written")
    least: int = Field(description="at least so many are drawn")
    most: int = Field(description="at most so many are drawn")
    population: int | None = Field(description="residents with this value; empty where unknown")


class LotOut(Schema):
    """A lot: what is drawn, among whom, and within which targets."""

    id: int = Field(description="unique")
    initiative: str = Field(description="slug of the initiative that it belongs to")
    title: str = Field(description="as written")
    language: str = Field(description="code of the language of the title")
    size: int = Field(description="how many are drawn")
    pool: str = Field(description="everybody, invited or given")
    way: str = Field(description="leximin, maximin or legacy_greedy")
    state: str = Field(description="how far it has come")
    started_at: datetime = Field(description=WITH_TIME_ZONE)
    targets: list[TargetOut] = Field(description="how many of each value")


class DrawOut(Schema):
    """One draw that was sealed: its hashes, the public numbers and the number that came of them."""

    id: int = Field(description="unique")
    lot: int = Field(description="id of the lot")
    round: int = Field(description="1, or later for those who replace others")
    seats: int = Field(description="how many seats are drawn")
    entrants: int = Field(description="among how many people")
    panels: int = Field(description="how many panels were numbered")
    least_chance: float = Field(
        description="the smallest chance of anybody who can be drawn at all, 0 … 1"
    )
    bound: float = Field(description="no panels within the targets give everybody more, 0 … 1")
    formula: str = Field(description="the formula that worked the panels out, with its version")
    commitment: str = Field(description="SHA-256 of the secret seed, published before the draw")
    fingerprint: str = Field(description="SHA-256 of the numbered panels, published before it")
    sealed_at: datetime = Field(description=WITH_TIME_ZONE)
    source: str = Field(description="where the public numbers come from, as written")
    numbers: str = Field(description="the public numbers; empty before the draw")
    number: int | None = Field(description="the number of the panel that was drawn")
    drawn_at: datetime | None = Field(description="with time zone; empty before the draw")


@listing(router, "/", row=LotOut)
def list_lots(request: MunicipalityRequest) -> Rows[Lot]:
    """Lots of the municipality, the newest first."""
    return Rows(found=listed(request.municipality), order=NEWEST, out=lot_out)


@listing(router, "/draws", row=DrawOut)
def list_draws(request: MunicipalityRequest) -> Rows[Round]:
    """Draws of the municipality that were sealed, the newest first."""
    found = Round.objects.of(request.municipality).exclude(committed_at=None)
    return Rows(found=found, order=("-pk",), out=draw_out)


def lot_out(lot: Lot) -> LotOut:
    """What may leave the house of one lot."""
    return LotOut(
        id=lot.pk,
        initiative=lot.initiative.slug,
        title=lot.title,
        language=lot.language,
        size=lot.size,
        pool=lot.pool,
        way=lot.way,
        state=lot.state,
        started_at=lot.started_at,
        targets=[
            TargetOut(
                feature=feature["title"],
                value=value["title"],
                least=value["least"],
                most=value["most"],
                population=value.get("persons"),
            )
            for feature in lot.features
            for value in feature["values"]
        ],
    )


def draw_out(round_: Round) -> DrawOut:
    """What may leave the house of one draw; the public numbers only once they have decided."""
    assert round_.committed_at  # noqa: S101 - only those that were sealed are listed
    return DrawOut(
        id=round_.pk,
        lot=round_.lot_id,
        round=round_.number,
        seats=round_.seats,
        entrants=round_.figures["entrants"],
        panels=round_.figures["panels"],
        least_chance=round_.figures["least"],
        bound=round_.figures["bound"],
        formula=round_.figures["formula"],
        commitment=round_.commitment,
        fingerprint=round_.panels_digest,
        sealed_at=round_.committed_at,
        source=round_.source_words,
        numbers=round_.typed if round_.drawn_at else "",
        number=round_.drawn_number,
        drawn_at=round_.drawn_at,
    )
