"""Statements and deliberations as pages show them."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.base.languages import name_of
from samskap.base.wall_clock import day_in_words
from samskap.deliberation.languages import wanted
from samskap.deliberation.models import Deliberation, Statement
from samskap.deliberation.queries.asking import Asked


def said_of(statement: Statement, read_in: Sequence[str]) -> dict[str, Any]:
    """A statement in a reader’s language where a person has translated it, and as it was written.

    text, lang  what is read first
    original    as it was written, where that is something else; original_lang its language
    written_in  the name of that language
    missing     the name of the language that the reader wants most, where it is not said in that

    read_in     the languages that the reader wants, the best first (`languages.wanted`)
    """
    is_theirs = not read_in or statement.language == read_in[0]  # then nothing need be looked up
    text_in = {} if is_theirs else texts_of(statement)
    lang = best_of(statement.language, text_in, read_in)
    facts: dict[str, Any] = {
        "pk": statement.pk,
        "number": statement.number,
        "text": text_in.get(lang, statement.text),
        "lang": lang,
        "written_in": name_of(statement.language),
        "missing": name_of(read_in[0]) if read_in and lang != read_in[0] else "",
    }
    if lang != statement.language:
        facts |= {"original": statement.text, "original_lang": statement.language}
    return facts


def texts_of(statement: Statement) -> dict[str, str]:
    """Language → translation, of those that everybody sees."""
    return {each.language: each.text for each in statement.texts.all() if each.is_shown}


def best_of(written_in: str, translated: Collection[str], read_in: Sequence[str]) -> str:
    """Of the languages in which something is said, the one that a reader wants most."""
    said_in = {written_in, *translated}
    return next((language for language in read_in if language in said_in), written_in)


def question_of(deliberation: Deliberation, read_in: Sequence[str]) -> dict[str, Any]:
    """A question in a reader’s language where those who keep it have translated it.

    question, about, lang  what is read first
    original               as it was asked, where that is something else: question, about, lang
    written_in             the name of the language in which it was asked
    """
    asked = {
        "question": deliberation.question,
        "about": deliberation.about,
        "lang": deliberation.language,
        "about_lang": deliberation.language,
    }
    said_in: dict[str, dict[str, str]] = deliberation.said_in or {}
    lang = best_of(deliberation.language, said_in, read_in)
    if lang == deliberation.language:
        return asked
    return {
        "question": said_in[lang]["question"],
        "about": said_in[lang]["about"] or deliberation.about,
        "about_lang": lang if said_in[lang]["about"] else deliberation.language,
        "lang": lang,
        "original": asked,
        "written_in": name_of(deliberation.language),
    }


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
    asks = question_of(deliberation, wanted())
    return {
        "title": asks["question"],
        "url": deliberation.get_absolute_url(),
        "lang": asks["lang"],
        "eyebrow": deliberation.initiative.title,
        "note": in_words(deliberation),
    }


def line_of(statement: Statement, read_in: Sequence[str]) -> dict[str, Any]:
    """A statement in a list: every language it is said in, and how many said what.

    texts  the reader’s language first, then as it was written, then the others
    """
    text_in = texts_of(statement)
    first = best_of(statement.language, text_in, read_in)
    others = [code for code in (statement.language, *text_in) if code != first]
    text_in[statement.language] = statement.text
    return {
        "pk": statement.pk,
        "number": statement.number,
        "text": text_in[first],
        "is_seed": statement.is_seed,
        "texts": [
            {
                "text": text_in[code],
                "lang": code,
                "language": name_of(code),
                "is_original": code == statement.language,
            }
            for code in (first, *others)
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
