"""Organisations as open data: what they say of themselves, and never who belongs to them."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema

from samskap.base.keyset import page_of
from samskap.organisations import queries
from samskap.organisations.models import Organisation

router = Router(tags=["organisations"])


class OrganisationOut(Schema):
    """A body of people that can act as one party."""

    slug: str = Field(description="lasting, unique in the municipality")
    name: str
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
    registered_at: datetime = Field(description="with time zone")


class OneOrganisationOut(OrganisationOut):
    """One organisation, with whom it counts as one party."""

    root: str = Field(
        description="slug of its topmost declared parent, else its own: organisations with the"
        " same root are not independent"
    )


class OrganisationsOut(Schema):
    """One page of organisations."""

    items: list[OrganisationOut]
    older: str = Field(description="send it as `after` to get the next page; empty at the end")


@router.get("/", response=OrganisationsOut)
def list_organisations(
    request: HttpRequest,
    kind: str = "",
    after: str = "",
) -> OrganisationsOut:
    """Every organisation, by name, 100 a page; of one kind, hybrids included, where one is named.

    Who belongs to an organisation is never open data.
    """
    municipality = request.municipality  # type: ignore[attr-defined]
    found = queries.organisations_of(municipality, kind=kind)
    page = page_of(found, order=queries.BY_NAME, after=after, size=100)
    return OrganisationsOut(
        items=[OrganisationOut(**said_by(each)) for each in page.items], older=page.older_token
    )


@router.get("/{slug}", response=OneOrganisationOut)
def one_organisation(request: HttpRequest, slug: str) -> OneOrganisationOut:
    """One organisation, with its topmost parent."""
    here = Organisation.objects.of(request.municipality)  # type: ignore[attr-defined]
    organisation = get_object_or_404(here.select_related("parent"), slug=slug)
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
