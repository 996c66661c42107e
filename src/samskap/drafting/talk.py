"""Paragraphs and proposed changes as something to talk about."""

from django.utils.translation import gettext as _

from samskap.conversations.hosts import Subject
from samskap.drafting.models import Change, Paragraph
from samskap.drafting.queries.changes import changes_in
from samskap.drafting.queries.paragraphs import paragraphs_in
from samskap.municipalities.models import Municipality

PARAGRAPH, CHANGE = "paragraph", "change"


def paragraph_at(municipality: Municipality, key: int) -> Subject | None:
    """Find a paragraph to talk about."""
    paragraph: Paragraph | None = paragraphs_in(municipality).filter(pk=key).first()
    return about_paragraph(paragraph) if paragraph else None


def about_paragraph(paragraph: Paragraph) -> Subject:
    """Describe a paragraph. What is said hangs on it, and not on what it says now."""
    document = paragraph.document
    return Subject(
        initiative=document.initiative,
        kind=PARAGRAPH,
        key=paragraph.pk,
        label=f"{document.title} ¶ {paragraph.number}",
        language=document.language,
        path=paragraph.get_absolute_url(),
        is_open=document.is_open,
        wordings=tuple(
            (at, _("said about version %(version)s") % {"version": version})
            for version, at in paragraph.wordings.order_by("version").values_list("version", "at")
        ),
    )


def change_at(municipality: Municipality, key: int) -> Subject | None:
    """Find a proposed change to talk about."""
    change: Change | None = changes_in(municipality).filter(pk=key).first()
    return about_change(change) if change else None


def about_change(change: Change) -> Subject:
    """Describe a proposed change; nothing more is said about what was withdrawn."""
    document = change.document
    return Subject(
        initiative=document.initiative,
        kind=CHANGE,
        key=change.pk,
        label=f"{document.title}, {change.get_what_display()}",
        language=document.language,
        path=change.get_absolute_url(),
        author=change.contribution.giver.person,
        is_open=document.is_open and change.state != Change.State.WITHDRAWN,
    )
