"""Saying in another language what was stated, and what is asked."""

from django.db import transaction
from django.utils import timezone

from samskap.base.lines import one_line
from samskap.base.memory import remember
from samskap.deliberation.actions.keeping import held_by
from samskap.deliberation.errors import (
    NothingStated,
    NotOpenNow,
    NotYoursToKeep,
    NotYoursToWrite,
    StatementIsGone,
    TranslatedAlready,
)
from samskap.deliberation.models import (
    Deliberation,
    Moderation,
    Standing,
    Statement,
    StatementText,
    Writers,
)
from samskap.deliberation.permissions import level_to_write, may_keep
from samskap.initiatives.models import Initiative
from samskap.ledger import actions as ledger
from samskap.people.models import Person
from samskap.people.permissions import require_level


@transaction.atomic
def translate(*, statement: Statement, language: str, text: str, by: Person) -> StatementText:
    """Say a statement in another language; by the rules agreed it may wait to be read first.

    Whoever may write statements translates what nobody has translated, and corrects what they
    translated themselves. Those who keep the deliberation correct everything, and theirs stands at
    once.

    Refuses with NotYoursToWrite, StrongerSignInNeeded, NotOpenNow, StatementIsGone, NothingStated
    or TranslatedAlready.
    """
    deliberation: Deliberation = statement.deliberation
    keeps = ask_leave_to_translate(by, statement)
    line = one_line(text)
    if not line:
        raise NothingStated
    Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)  # one after the other
    stands = statement.texts.filter(language=language).first()
    if stands and not keeps and stands.by_id != by.pk:
        raise TranslatedAlready
    waits = deliberation.moderation == Moderation.BEFORE and not keeps
    now = timezone.now()
    said, _is_new = StatementText.objects.update_or_create(
        statement=statement,
        language=language,
        defaults={
            "municipality_id": statement.municipality_id,
            "text": line,
            "by": by,
            "at": now,
            "waiting_since": now if waits else None,
        },
    )
    _tell("translated", statement, by)
    return said


def ask_leave_to_translate(by: Person, statement: Statement) -> bool:
    """Ask whether somebody may translate a statement; return whether they keep the deliberation.

    Refuses with NotYoursToWrite, StrongerSignInNeeded, NotOpenNow or StatementIsGone.
    """
    deliberation: Deliberation = statement.deliberation
    if may_keep(by, deliberation):
        return True
    if deliberation.share_statements == Writers.KEEPERS:
        raise NotYoursToWrite
    require_level(by, level_to_write(deliberation), deliberation.municipality)
    if not (deliberation.is_open and deliberation.initiative.is_open):
        raise NotOpenNow
    if statement.state != Standing.SHOWN:
        raise StatementIsGone
    return False


@transaction.atomic
def take_translation_away(*, statement: Statement, language: str, by: Person) -> None:
    """Take a translation away that says something else. Refuses with NotYoursToKeep."""
    if not may_keep(by, statement.deliberation):
        raise NotYoursToKeep
    statement.texts.filter(language=language).delete()
    _tell("translation_taken_away", statement, by)


@transaction.atomic
def translate_question(
    *, deliberation: Deliberation, language: str, question: str, about: str, by: Person
) -> None:
    """Say in another language what is asked; without a question the translation goes.

    Those who ask answer for what is asked, so nobody else does it. Refuses with NotYoursToKeep.
    """
    deliberation = held_by(by, deliberation)
    said_in = dict(deliberation.said_in or {})
    said_in.pop(language, None)
    if line := one_line(question):
        said_in[language] = {"question": line, "about": about.strip()}
    deliberation.said_in = said_in or None
    deliberation.save(update_fields=["said_in"])
    initiative: Initiative = deliberation.initiative
    key = by.pseudonym_key
    remember("deliberation.question_translated", by=key, about=deliberation, within=initiative)
    ledger.touch(initiative.account)


def _tell(what: str, statement: Statement, by: Person) -> None:
    """Remember what was done with a translation."""
    initiative = statement.deliberation.initiative
    remember(f"deliberation.{what}", by=by.pseudonym_key, about=statement, within=initiative)
