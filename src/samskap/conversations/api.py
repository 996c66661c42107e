"""Conversations as open data: what everybody can read on the pages, and never who said it."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from ninja import Field, Router, Schema

from samskap.base.open_data import WITH_TIME_ZONE, Counted, Rows, listing
from samskap.base.tables import table, whole
from samskap.conversations.hosts import subject_at
from samskap.conversations.models import Comment, State, Thread
from samskap.conversations.queries.moderation import LogLine, log_of, years_of
from samskap.conversations.queries.threads import NEWEST, with_hands
from samskap.ledger.hands import side_of
from samskap.municipalities.middleware import MunicipalityRequest

router = Router(tags=["conversations"])


class ThreadOut(Schema):
    """What is said about one thing."""

    kind: str = Field(description="what it is about, such as idea or decision")
    key: int = Field(description="the number of what it is about")
    label: str = Field(description="the title of what it is about; empty where it was withdrawn")
    path: str = Field(description="the page it stands on")
    initiative: str = Field(description="slug of its initiative")
    summary: str = Field(description="by a facilitator, in Markdown")
    has_columns: bool = Field(description="sorted into for, against and what would make it work")
    is_closed: bool = Field(description="whether nothing more is written")
    comments: int | None = Field(description="how many can be read; empty in a quiet thread")
    opened_at: datetime = Field(description=WITH_TIME_ZONE)


class CommentOut(Schema):
    """What somebody said, or why it cannot be read."""

    id: str = Field(description="lasting, public")
    answers: str | None = Field(description="id of the comment that it answers")
    text: str = Field(description="as written, in Markdown; empty unless the state is shown")
    language: str = Field(description="code of the language of the text")
    column: str = Field(description="for, against, works or empty")
    state: str = Field(description="shown, hidden by a moderator or removed by its author")
    ground: str = Field(description="where it is hidden: attack, hate, private, illegal, …")
    reason: str = Field(description="where it is hidden: why")
    side: str = Field(description="public or non_public")
    actor_kind: str = Field(description="resident, association, employee, …")
    speaking_for: str | None = Field(description="the organisation it was said for")
    channel: str = Field(description="web, paper, phone or meeting")
    at: datetime = Field(description=WITH_TIME_ZONE)
    edited_at: datetime | None = Field(description="when it was last worded anew")
    is_pinned: bool = Field(description="whether a facilitator lets it stand above the others")
    alike: int = Field(description="how many say nearly the same, this one included; 0 for none")


class LogLineOut(Schema):
    """How often something happened on one ground in one year; empty where it was too seldom."""

    ground: str = Field(description="attack, hate, private, …; empty for all grounds together")
    reported: int | None = Field(description="reports")
    hidden: int | None = Field(description="comments hidden by a person")
    shown_again: int | None = Field(description="of those, shown again after an appeal")


class YearLineOut(LogLineOut):
    """What moderators did on one ground in one year; the last line of a year is all together."""

    year: int = Field(description="calendar year")
    appeals: int | None = Field(description="appeals that were made; for all grounds together")
    appeals_changed: int | None = Field(description="of those, appeals that changed a verdict")


class LogOut(Schema):
    """What moderators did in one year. Cells below five are hidden, and what gives them away."""

    year: int = Field(description="calendar year")
    lines: list[LogLineOut] = Field(description="one for each ground, then one for all together")
    appeals: int | None = Field(description="appeals that were made")
    appeals_changed: int | None = Field(description="of those, appeals that changed a verdict")


@listing(router, "/threads", row=ThreadOut)
def list_threads(request: MunicipalityRequest) -> Rows[Thread]:
    """What people talk about, the conversation that was opened last first."""
    found = Thread.objects.of(request.municipality).select_related("initiative")
    return Rows(found=found, order=("-opened_at", "-pk"), out=thread_out)


@listing(router, "/on/{kind}/{key}", row=CommentOut)
def list_comments(request: MunicipalityRequest, kind: str, key: int) -> Rows[Comment]:
    """What is said about one thing, answers included, the newest first."""
    if subject_at(request.municipality, kind, key) is None:
        raise Http404
    said: QuerySet[Comment] = Comment.objects.of(request.municipality).filter(
        thread__kind=kind, thread__key=key
    )
    found = with_hands(said.exclude(state=State.HELD)).select_related("above")
    return Rows(found=found, order=NEWEST, out=comment_out)


@whole(
    list_comments,
    within={"kind": "what it is about, such as idea or decision", "key": "the number of that"},
)
def all_comments(request: MunicipalityRequest) -> Rows[Comment]:
    """What is said about everything, answers included."""
    said = Comment.objects.of(request.municipality).exclude(state=State.HELD)
    return Rows(
        found=with_hands(said).select_related("above", "thread"),
        order=("pk",),
        out=comment_out,
        within=lambda comment: {"kind": comment.thread.kind, "key": comment.thread.key},
    )


@router.get("/moderation/{year}", response=LogOut)
def moderation_log(request: MunicipalityRequest, year: int) -> LogOut:
    """What was reported, hidden and shown again in one year, without anybody’s name."""
    if year not in years_of(request.municipality):
        raise Http404
    log = log_of(request.municipality, year)
    return LogOut(
        year=year,
        lines=[line_out(line) for line in (*log.lines, log.total)],
        appeals=log.appeals,
        appeals_changed=log.appeals_changed,
    )


@table("moderation", row=YearLineOut)
def all_moderation(request: MunicipalityRequest) -> Counted:
    """What was reported, hidden and shown again, by year and ground."""
    rows = []
    for year in years_of(request.municipality):
        log = log_of(request.municipality, year)
        by_ground = [(line, None, None) for line in log.lines]
        for line, appeals, changed in [*by_ground, (log.total, log.appeals, log.appeals_changed)]:
            counts = line_out(line).model_dump()
            rows.append(YearLineOut(**counts, year=year, appeals=appeals, appeals_changed=changed))
    return Counted(rows=rows)


def thread_out(thread: Thread) -> ThreadOut:
    """What may leave the house of one thread."""
    return ThreadOut(
        kind=thread.kind,
        key=thread.key,
        label=thread.label,
        path=thread.path,
        initiative=thread.initiative.slug,
        summary=thread.summary,
        has_columns=thread.has_columns,
        is_closed=thread.is_closed,
        comments=None if thread.is_quiet else thread.comments_shown,
        opened_at=thread.opened_at,
    )


def comment_out(comment: Comment) -> CommentOut:
    """What may leave the house of one comment, and no more."""
    is_shown = comment.state == State.SHOWN
    verdict = comment.verdict if comment.state == State.HIDDEN else None
    return CommentOut(
        id=str(comment.public_id),
        answers=str(comment.above.public_id) if comment.above else None,
        text=comment.text if is_shown else "",
        language=comment.language,
        column=comment.column,
        state=comment.state,
        ground=verdict.ground if verdict else "",
        reason=verdict.reason if verdict else "",
        side=side_of(comment.actor_kind),
        actor_kind=comment.actor_kind,
        speaking_for=comment.speaking_for.name if comment.speaking_for else None,
        channel=comment.channel,
        at=comment.at,
        edited_at=comment.edited_at,
        is_pinned=comment.pinned_at is not None,
        alike=comment.alike,
    )


def line_out(line: LogLine) -> LogLineOut:
    """One line of the log."""
    return LogLineOut(
        ground=line.ground,
        reported=line.reported,
        hidden=line.hidden,
        shown_again=line.shown_again,
    )
