"""Statements and deliberations as pages show them."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samskap.base.languages import name_of
from samskap.base.wall_clock import day_in_words
from samskap.deliberation.models import Deliberation, Statement
from samskap.deliberation.queries.asking import Asked


def said_of(statement: Statement) -> dict[str, Any]:
    """A statement in the reader’s language where a person has translated it, and as it was written.

    text, lang             what is read first
    original, original_in  as it was written, where that is something else; original_lang its code
    """
    language = get_language() or settings.LANGUAGE_CODE
    facts: dict[str, Any] = {
        "pk": statement.pk,
        "number": statement.number,
        "text": statement.text,
        "lang": statement.language,
        "written_in": "" if statement.language == language else name_of(statement.language),
    }
    if statement.language == language:
        return facts
    for translated in statement.texts.all():
        if translated.language == language:
            return facts | {
                "text": translated.text,
                "lang": language,
                "original": statement.text,
                "original_lang": statement.language,
            }
    return facts


def in_words(deliberation: Deliberation) -> str:
    """Until when it is open, or that it is over."""
    if deliberation.is_over:
        return _("Closed: see what came of it")
    if not deliberation.has_begun:
        return _("Opens %(day)s") % {"day": day_in_words(deliberation.opens_at)}
    if deliberation.closes_at:
        last_day = deliberation.closes_at - timedelta(seconds=1)  # it closes when the next begins
        return _("Open until %(day)s") % {"day": day_in_words(last_day)}
    return _("Open")


def tile_of(deliberation: Deliberation) -> dict[str, Any]:
    """A deliberation in a list."""
    return {
        "title": deliberation.question,
        "url": deliberation.get_absolute_url(),
        "lang": deliberation.language,
        "eyebrow": deliberation.initiative.title,
        "note": in_words(deliberation),
    }


def line_of(statement: Statement) -> dict[str, Any]:
    """A statement in a list: every language it is said in, and how many said what."""
    return {
        "pk": statement.pk,
        "number": statement.number,
        "text": statement.text,
        "lang": statement.language,
        "language": name_of(statement.language),
        "is_seed": statement.is_seed,
        "texts": [
            {"text": each.text, "lang": each.language, "language": name_of(each.language)}
            for each in statement.texts.all()
        ],
        "agrees": statement.agrees,
        "disagrees": statement.disagrees,
        "passes": statement.passes,
    }


def asked_in_words(asked: Asked) -> str:
    """How far somebody has come: “You have answered 3 of 12 statements.”."""
    if not asked.answered:
        return ngettext(
            "There is %(n)s statement. Answer as many as you like.",
            "There are %(n)s statements. Answer as many as you like.",
            asked.in_all,
        ) % {"n": asked.in_all}
    return _("You have answered %(answered)s of %(in_all)s statements.") % {
        "answered": asked.answered,
        "in_all": asked.in_all,
    }
