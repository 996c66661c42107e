"""Search as open data: what everybody can find on the page, and no more."""

from datetime import datetime
from typing import Literal

from ninja import Field, Query, Router, Schema

from samskap.base.errors import NoSuchPlaceInTheList
from samskap.base.finding import Found
from samskap.base.open_data import WITH_TIME_ZONE
from samskap.municipalities.middleware import MunicipalityRequest
from samskap.search.queries import LONGEST_QUERY, Asked, find, is_place
from samskap.search.showing import excerpt_of

router = Router(tags=["search"])
PAGE = 50


class Wanted(Schema):
    """What is looked for; empty means all, and nothing at all finds nothing."""

    q: str = Field(
        "",
        max_length=LONGEST_QUERY,
        description="words; other forms of them are found too, in nb, nn, da, sv and en",
    )
    kind: str = Field("", max_length=20, description="idea, initiative, decision, comment, rota …")
    phase: Literal["", "define", "design", "implement", "drive"] = Field(
        "", description="where the initiative stands to which it belongs"
    )
    topic: str = Field("", max_length=80, description="slug of a topic of that initiative")
    area: str = Field("", max_length=80, description="slug of its area; parts count too")
    side: Literal[
        "",
        "resident",
        "association",
        "business",
        "social_entrepreneur",
        "academia",
        "faith_community",
        "public",
    ] = Field("", description="the side from which it comes")
    rung: Literal["", "4", "3", "2", "1", "0", "self_organised", "none"] = Field(
        "", description="where that initiative stands on the ladder; none: too little evidence"
    )
    hands: Literal["", "yes"] = Field(
        "", description="yes: only what belongs to an initiative that needs hands now"
    )
    after: str = Field(
        "",
        max_length=40,
        pattern=r"^[0-9-]*$",
        description="the `older` of the page before; without it the list starts at its beginning",
    )


class HitOut(Schema):
    """One thing that was found."""

    kind: str = Field(description="idea, initiative, decision, comment, rota …")
    title: str = Field(description="its own title; empty where it has none")
    excerpt: str = Field(description="the part of its text in which most of the words stand")
    language: str = Field(description="code of the language of both")
    of: str = Field(description="title of what it belongs to; empty where it stands alone")
    side: str = Field(description="the side from which it comes; empty where it has none")
    path: str = Field(description="its page")
    at: datetime = Field(description=f"when it came, {WITH_TIME_ZONE}")


class HitsPage(Schema):
    """One page: all words in the title, then all words, then longer ones; each the newest first."""

    items: list[HitOut] = Field(description="50 hits at the most")
    older: str = Field(description="send it as `after` for the next page; empty at the end")
    are_partial: bool = Field(description="nothing has all the words: these have some of them")


@router.get("/", response=HitsPage)
def search_everything(request: MunicipalityRequest, wanted: Query[Wanted]) -> HitsPage:
    """Everything public that has these words, what fits best first."""
    if wanted.after and not is_place(wanted.after):
        raise NoSuchPlaceInTheList
    asked = Asked.read(wanted.model_dump(exclude={"after"}))
    hits = find(request.municipality, asked, after=wanted.after, size=PAGE)
    return HitsPage(
        items=[hit_out(kind, found, asked) for kind, found in hits.items],
        older=hits.older,
        are_partial=hits.are_partial,
    )


def hit_out(kind: str, found: Found, asked: Asked) -> HitOut:
    """What may leave the house of one hit."""
    return HitOut(
        kind=kind,
        title=found.title,
        excerpt=excerpt_of(found, asked.words),
        language=found.language,
        of=found.of,
        side=found.side,
        path=found.url,
        at=found.at,
    )
