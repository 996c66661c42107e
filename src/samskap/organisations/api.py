"""Organisations as open data: what they say of themselves, and never who belongs to them."""

from datetime import datetime
from typing import Any, Literal

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.organisations import queries
from samskap.organisations.models import Organisation

router = Router(tags=["organisations"])


class OrganisationOut(Schema):
    """A body of people that can act as one party."""

    slug: str = Field(description="lasting, unique in the municipality")
    name: str = Field(description="unique in the municipality")
    kind: str = Field(
        description="association, business, social_entrepreneur, academia, faith_community,"
        " public_unit, council or committee"
    )
    also_kinds: list[str] = Field(description="what else a hybrid is")
    side: str = Field(description="public or non_public")
    number: str = Field(
        description="organisasjonsnummer (Norway, 9 digits), CVR (Denmark, 8 digits) or empty"
    )
    parent: str | None = Field(description="slug of the organisation it declares to be part of")
    about: str = Field(description="as written, in Markdown")
    language: str = Field(description="of the text; may be empty")
    website: str = Field(description="may be empty")
    registered_at: datetime = Field(description=WITH_TIME_ZONE)


class OneOrganisationOut(OrganisationOut):
    """One organisation, with whom it counts as one party."""

    root: str = Field(
        description="slug of its topmost declared parent, else its own: organisations with the"
        " same root are not independent"
    )


class Wanted(Schema):
    """What is looked for; empty means all."""

    kind: Literal[
        "",
        "association",
        "business",
        "social_entrepreneur",
        "academia",
        "faith_community",
        "public_unit",
        "council",
        "committee",
    ] = Field("", description="only those of this kind; a hybrid is found under each of its kinds")


@listing(router, "/", row=OrganisationOut)
def list_organisations(request: MunicipalityRequest, asked: Query[Wanted]) -> Rows[Organisation]:
    """Every organisation, by name.

    Who belongs to an organisation is never open data.
    """
    return Rows(
        found=queries.organisations_of(request.municipality, kind=asked.kind),
        order=queries.BY_NAME,
        out=lambda organisation: OrganisationOut(**said_by(organisation)),
    )


@router.get("/{slug}", response=OneOrganisationOut)
def one_organisation(request: MunicipalityRequest, slug: str) -> OneOrganisationOut:
    """One organisation, with its topmost parent."""
    here = Organisation.objects.of(request.municipality).select_related("parent")
    organisation: Organisation = get_object_or_404(here, slug=slug)
    root = queries.root_of(organisation)
    return OneOrganisationOut(**said_by(organisation), root=root.slug)


def said_by(organisation: Organisation) -> dict[str, Any]:
    """What may leave the house of one organisation, and no more."""
    return {
        "slug": organisation.slug,
        "name": organisation.name,
        "kind": organisation.kind,
        "also_kinds": organisation.also_kinds,
        "side": "public" if organisation.is_public else "non_public",
        "number": organisation.number,
        "parent": organisation.parent.slug if organisation.parent else None,
        "about": organisation.about,
        "language": organisation.language,
        "website": organisation.website,
        "registered_at": organisation.registered_at,
    }
