"""Joint texts as open data: what they say, every wording with its causes, and each proposal."""

from datetime import datetime

from django.db.models import Prefetch
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Rows, listing
from samskap.drafting.models import Cause, Change, Document, Wording
from samskap.drafting.queries.changes import with_hands
from samskap.municipalities.middleware import MunicipalityRequest

router = Router()


class DocumentOut(Schema):
    """A text that many write together."""

    id: str = Field(description="lasting, public")
    initiative: str = Field(description="slug of the initiative that it belongs to")
    title: str = Field(description="as written")
    purpose: str = Field(description="what it is for, as written")
    language: str = Field(description="code of the language of the text")
    rule: str = Field(description="who decides about changes: writers or partners")
    state: str = Field(description="writing or settled")
    started_at: datetime = Field(description=WITH_TIME_ZONE)


class WordingOut(Schema):
    """What a paragraph said from one moment on; the newest version of each makes the text."""

    id: int = Field(description="unique")
    document: str = Field(description="id of the text")
    paragraph: str = Field(description="lasting, public id of the paragraph")
    number: int = Field(description="number of the paragraph in its text; never changes")
    kind: str = Field(description="heading, text or item")
    place: int = Field(description="where the paragraph stands now: the lowest first")
    version: int = Field(description="1, 2, 3 … within the paragraph")
    text: str = Field(description="as written, in Markdown; empty where it was taken out")
    why: str = Field(description="why it changed, as written")
    at: datetime = Field(description=WITH_TIME_ZONE)
    contribution: str = Field(description="public id of the ledger row of whoever worded it")
    causes: list[str] = Field(description="public ids of the ledger rows that brought it about")


class ChangeOut(Schema):
    """A change that somebody proposed, and what became of it."""

    id: str = Field(description="lasting, public")
    document: str = Field(description="id of the text")
    what: str = Field(description="reword, add or remove")
    paragraph: str | None = Field(description="public id of the paragraph; empty for a new one")
    base: int | None = Field(description="version of the wording that it was written on")
    text: str = Field(description="as proposed, in Markdown; empty where it was withdrawn")
    reason: str = Field(description="as written")
    proposed_at: datetime = Field(description=WITH_TIME_ZONE)
    side: str = Field(description="public or non_public")
    actor_kind: str = Field(description="resident, association, employee, …")
    speaking_for: str | None = Field(description="the organisation it was proposed for")
    channel: str = Field(description="web, paper, phone or meeting")
    state: str = Field(description="open, accepted, changed, rejected or withdrawn")
    answer: str = Field(description="the reasons that were given")
    decided_at: datetime | None = Field(description="with time zone; empty while it waits")
    contribution: str = Field(description="public id of its ledger row")


@listing(router, "/", row=DocumentOut)
def list_documents(request: MunicipalityRequest) -> Rows[Document]:
    """Joint texts of the municipality, the newest first."""
    found = Document.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("-started_at", "-pk"), out=document_out)


@listing(router, "/wordings", row=WordingOut)
def list_wordings(request: MunicipalityRequest) -> Rows[Wording]:
    """Every wording that a paragraph of a joint text ever had, the newest first."""
    causes = Prefetch("causes", Cause.objects.select_related("contribution"))
    found = Wording.objects.of(request.municipality).prefetch_related(causes)
    found = found.select_related("paragraph__document", "contribution")
    return Rows(found=found, order=("-pk",), out=wording_out)


@listing(router, "/changes", row=ChangeOut)
def list_changes(request: MunicipalityRequest) -> Rows[Change]:
    """Changes that people proposed to joint texts, the newest first."""
    found = with_hands(Change.objects.of(request.municipality)).select_related("document")
    return Rows(found=found, order=("-proposed_at", "-pk"), out=change_out)


def document_out(document: Document) -> DocumentOut:
    """What may leave the house of one text; never who writes it."""
    return DocumentOut(
        id=str(document.public_id),
        initiative=document.initiative.slug,
        title=document.title,
        purpose=document.purpose,
        language=document.language,
        rule=document.rule,
        state=document.state,
        started_at=document.started_at,
    )


def wording_out(wording: Wording) -> WordingOut:
    """What may leave the house of one wording; never who wrote it by name."""
    paragraph = wording.paragraph
    return WordingOut(
        id=wording.pk,
        document=str(paragraph.document.public_id),
        paragraph=str(paragraph.public_id),
        number=paragraph.number,
        kind=paragraph.kind,
        place=paragraph.place,
        version=wording.version,
        text=wording.text,
        why=wording.why,
        at=wording.at,
        contribution=str(wording.contribution.public_id),
        causes=[str(cause.contribution.public_id) for cause in wording.causes.all()],
    )


def change_out(change: Change) -> ChangeOut:
    """What may leave the house of one proposed change; never who proposed it by name."""
    given = change.contribution
    return ChangeOut(
        id=str(change.public_id),
        document=str(change.document.public_id),
        what=change.what,
        paragraph=str(change.paragraph.public_id) if change.paragraph else None,
        base=change.base.version if change.base else None,
        text=change.text,
        reason=change.reason,
        proposed_at=change.proposed_at,
        side=given.side,
        actor_kind=given.actor_kind,
        speaking_for=given.speaking_for.name if given.speaking_for else None,
        channel=given.channel,
        state=change.state,
        answer=change.answer,
        decided_at=change.decided_at,
        contribution=str(given.public_id),
    )
