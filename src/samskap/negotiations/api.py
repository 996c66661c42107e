"""Negotiations as open data: maps, options and promises; never a name of a person.

What a party keeps to the table or to the mediator is not among them, and nobody behind a pseudonym.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.kernels.coverage import coverage
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.negotiations.models import Negotiation, Option, Party, Pledge, Stance
from samskap.negotiations.queries.mapping import groups_on_map, on_map, took_part
from samskap.negotiations.queries.promises import standing_of

router = Router(tags=["negotiations"])


class NegotiationOut(Schema):
    """A table, and how far it has come."""

    id: str = Field(description="lasting, public")
    initiative: str = Field(description="slug of the initiative")
    matter: str = Field(description="what is to be agreed, as written")
    language: str = Field(description="code of the language of matter")
    state: str = Field(description="mapping, table, agreed or closed")
    started_at: datetime = Field(description=WITH_TIME_ZONE)
    agreed_at: datetime | None = Field(description=WITH_TIME_ZONE)
    groups: int = Field(description="groups on the map")
    took_part: int = Field(description="of them with at least one who was active")
    coverage: float | None = Field(
        description="took_part / groups, 0 … 1; empty while the map is empty; coverage 1.0"
    )


class PartyOut(Schema):
    """A group on the map of a negotiation."""

    id: str = Field(description="lasting, public")
    negotiation: str = Field(description="id of the negotiation")
    name: str = Field(description="as all may read it; a pseudonym where the group chose one")
    sort: str = Field(description="public, association, business, knowledge, unorganised or other")
    organisation: str | None = Field(description="slug of the organisation")
    area: str | None = Field(description="slug of the area")
    is_touched: bool = Field(description="is touched by the matter")
    knows: bool = Field(description="knows something about it")
    can_help: bool = Field(description="can help")
    can_block: bool = Field(description="can block")
    was_first: bool = Field(description="stood on the first list")
    invited_on: date | None = Field(description="the day it was asked")
    came_on: date | None = Field(description="the day from which it took part")
    joined_on: date | None = Field(description="the day from which it sat at the table")
    left_on: date | None = Field(description="the day it left the table")


class OptionOut(Schema):
    """An option that lies on an open table, and what the parties say of it."""

    id: str = Field(description="lasting, public")
    negotiation: str = Field(description="id of the negotiation")
    title: str = Field(description="as written")
    text: str = Field(description="as written, in Markdown")
    language: str = Field(description="code of the language of title and text")
    party: str | None = Field(description="id of the party that laid it")
    laid_at: datetime = Field(description=WITH_TIME_ZONE)
    can_live_with_it: list[str] = Field(description="ids of parties")
    with_a_change: list[str] = Field(description="ids of parties")
    cannot_live_with_it: list[str] = Field(description="ids of parties")


class PledgeOut(Schema):
    """Something a party promised."""

    negotiation: str = Field(description="id of the negotiation")
    party: str = Field(description="id of the party")
    what: str = Field(description="as promised")
    due_on: date = Field(description="the day by which it is done")
    status: str = Field(description="offered, running, kept, late or released; as of today")


@listing(router, "/", row=NegotiationOut)
def list_negotiations(request: MunicipalityRequest) -> Rows[Negotiation]:
    """Negotiations, the newest first."""
    found = Negotiation.objects.of(request.municipality).select_related("initiative")
    found = found.annotate(groups=groups_on_map(), took_part=groups_on_map(took_part()))
    return Rows(found=found, order=("-started_at", "-pk"), out=negotiation_out)


@listing(router, "/parties", row=PartyOut)
def list_parties(request: MunicipalityRequest) -> Rows[Party]:
    """Groups on the maps of all negotiations: who was asked, came and is missing."""
    found = Party.objects.of(request.municipality).filter(on_map())
    return Rows(
        found=found.select_related("negotiation", "organisation", "area"),
        order=("pk",),
        out=party_out,
    )


@listing(router, "/options", row=OptionOut)
def list_options(request: MunicipalityRequest) -> Rows[Option]:
    """Options on the tables that everybody may read."""
    found = Option.objects.of(request.municipality).filter(
        negotiation__is_open=True, withdrawn_at=None
    )
    stances = Prefetch("stances", Stance.objects.select_related("party"))
    return Rows(
        found=found.select_related("negotiation", "party").prefetch_related(stances),
        order=("pk",),
        out=option_out,
    )


@listing(router, "/promises", row=PledgeOut)
def list_pledges(request: MunicipalityRequest) -> Rows[Pledge]:
    """What parties promised at a table, and how it stands."""
    found = Pledge.objects.of(request.municipality)
    return Rows(
        found=found.select_related("party__negotiation", "commitment"),
        order=("pk",),
        out=pledge_out,
    )


def negotiation_out(each: Any) -> NegotiationOut:
    """What may leave the house of one table; never who mediates."""
    share = coverage(each.groups, each.took_part)
    return NegotiationOut(
        id=str(each.public_id),
        initiative=each.initiative.slug,
        matter=each.matter,
        language=each.language,
        state=each.state,
        started_at=each.started_at,
        agreed_at=each.agreed_at,
        groups=each.groups,
        took_part=each.took_part,
        coverage=None if share is None else round(float(share), 4),
    )


def party_out(each: Party) -> PartyOut:
    """What may leave the house of one group; never who speaks for it, nor why it left."""
    return PartyOut(
        id=str(each.public_id),
        negotiation=str(each.negotiation.public_id),
        name=each.name,
        sort=each.sort,
        organisation=each.organisation.slug if each.organisation else None,
        area=each.area.slug if each.area else None,
        is_touched=each.is_touched,
        knows=each.knows,
        can_help=each.can_help,
        can_block=each.can_block,
        was_first=each.was_first,
        invited_on=each.invited_on,
        came_on=each.came_on,
        joined_on=each.joined_on,
        left_on=each.left_on,
    )


def option_out(each: Option) -> OptionOut:
    """What may leave the house of one option; reasons stay on its page."""
    said = {says: [] for says in Stance.Says.values}  # type: dict[str, list[str]]
    for stance in each.stances.all():
        said[stance.says].append(str(stance.party.public_id))
    return OptionOut(
        id=str(each.public_id),
        negotiation=str(each.negotiation.public_id),
        title=each.title,
        text=each.text,
        language=each.language,
        party=str(each.party.public_id) if each.party else None,
        laid_at=each.laid_at,
        can_live_with_it=said[Stance.Says.LIVE],
        with_a_change=said[Stance.Says.CHANGE],
        cannot_live_with_it=said[Stance.Says.NOT],
    )


def pledge_out(each: Pledge) -> PledgeOut:
    """What may leave the house of one promise."""
    return PledgeOut(
        negotiation=str(each.party.negotiation.public_id),
        party=str(each.party.public_id),
        what=each.commitment.what,
        due_on=each.commitment.due_on,
        status=standing_of(each.commitment),
    )
