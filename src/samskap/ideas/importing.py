"""Old ideas from a file: written down for those who gave them, with the answer they had."""

from array import array
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.intake import (
    Cells,
    Column,
    Intake,
    RowIsWrong,
    Said,
    Same,
    chosen,
    day_in,
    in_words,
)
from samskap.base.lines import one_line
from samskap.conversations.models import Thread
from samskap.ideas.actions.answering import answer
from samskap.ideas.actions.giving import blank, give_idea
from samskap.ideas.models import Idea
from samskap.ideas.permissions import ANSWERING_ROLES
from samskap.ideas.queries import standing
from samskap.ideas.talk import KIND
from samskap.initiatives.models import Initiative
from samskap.kernels.shingles import AT_LEAST, shingles
from samskap.ledger import actions as ledger
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import ANSWERS, FateStatus
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.people.permissions import has_role

TITLE, TEXT, SORT, NAME, REACH, DAY, FATE, ANSWER = (
    _("In one line"),
    _("In full"),
    _("Kind"),
    _("Who gave it"),
    _("How to reach them"),
    _("When it was given"),
    _("What became of it"),
    _("The answer"),
)
MOST_SHINGLES = 2_000_000  # of the newest ideas: 30 000 of sixty words, in 100 MB
WORDS_OF_KIND = {
    Idea.Kind.IDEA: ("idea", "idé", "ide", "forslag", "innspill", "innspel"),
    Idea.Kind.STORY: ("story", "fortelling", "forteljing", "fortælling", "historie"),
    Idea.Kind.PROBLEM_STATEMENT: ("problem", "utfordring", "udfordring"),
    Idea.Kind.EVIDENCE: ("knowledge", "kunnskap", "viden", "fakta"),
    Idea.Kind.DRAFT: ("draft", "utkast", "udkast"),
}
WORDS_OF_FATE = {
    FateStatus.USED: ("used", "brukt", "gjennomført", "brugt", "ja"),
    FateStatus.PARTLY_USED: ("partly used", "delvis brukt", "delvis", "delvist brugt"),
    FateStatus.NOT_USED: ("not used", "ikke brukt", "ikkje brukt", "avvist", "ikke brugt", "nei"),
    FateStatus.FORWARDED: ("passed on", "sendt videre", "sendt vidare"),
    FateStatus.READ: ("read", "lest", "lese", "læst", "mottatt", "modtaget"),
}

ONE_WALK = timedelta(minutes=1)  # the answer of the file itself comes within it

ideas = Intake(
    key="ideas",
    title=_("Old ideas"),
    help=_(
        "What people gave before, on paper or elsewhere. Where the file tells no answer, one is"
        " promised from today on."
    ),
    columns=(
        Column(
            key="title",
            title=TITLE,
            is_needed=True,
            names=("tittel", "titel", "idé", "idea", "forslag", "overskrift", "emne"),
        ),
        Column(
            key="text",
            title=TEXT,
            names=("tekst", "text", "beskrivelse", "beskriving", "innhold", "begrunnelse"),
        ),
        Column(key="kind", title=SORT, names=("type", "slags", "art")),
        Column(
            key="name",
            title=NAME,
            help=_("Everybody sees it. Leave it out where you do not know whether they want that."),
            names=("navn", "namn", "forslagsstiller", "giver", "fra", "frå", "innsender"),
        ),
        Column(
            key="reach",
            title=REACH,
            help=_("Only those who answer see it."),
            names=("kontakt", "telefon", "mobil", "e-post", "epost", "adresse", "mail"),
        ),
        Column(key="day", title=DAY, names=("dato", "date", "dag", "mottatt", "modtaget")),
        Column(key="fate", title=FATE, names=("status", "resultat", "utfall", "udfald")),
        Column(key="answer", title=ANSWER, names=("svar", "svaret", "tilbakemelding", "reason")),
    ),
    may="samskap.ideas.importing.may_import",
    taker="samskap.ideas.importing.Writer",
    form="samskap.ideas.forms.OldIdeasForm",
)


def may_import(by: Person, municipality: Municipality) -> bool:
    """Whoever writes down what came on paper in any initiative here."""
    return has_role(by, municipality, *ANSWERING_ROLES)


def words_of(row: Cells) -> str:
    """What an idea says, in one line and in full."""
    return f"{row.get('title', '')} {row.get('text', '')}"


def noon_of(day: date) -> datetime:
    """Noon of a day, here."""
    return timezone.make_aware(datetime.combine(day, time(12)))


class Known:
    """Texts that are known, looked up by the shingles they share.

    Two texts that are nearly the same share one of the first shingles of each, whatever the order
    they are put in: only those few are looked up by, so that tens of thousands can be known.
    Source: Bayardo, Ma & Srikant (2007), “Scaling up all pairs similarity search”, WWW ’07.
    """

    def __init__(self) -> None:
        self.holders: dict[int, array[int]] = {}  # shingle → places in `texts`
        self.texts: list[tuple[array[int], str, int]] = []  # shingles, title, key of the idea
        self.shingles = 0  # of all texts

    def add(self, words: str, title: str, key: int = 0) -> None:
        """Know some words; the key of the idea that says them, or 0 for a row of the file."""
        hashes = hashes_of(words)
        for each in hashes[: first_of(hashes)]:
            self.holders.setdefault(each, array("L")).append(len(self.texts))
        self.texts.append((hashes, title, key))
        self.shingles += len(hashes)

    def like(self, words: str) -> Same | None:
        """What says nearly the same (Jaccard of five-word shingles, domain 4); None for nothing."""
        hashes = hashes_of(words)
        mine = set(hashes)
        firsts = hashes[: first_of(hashes)]
        near = {place for each in firsts for place in self.holders.get(each, ())}
        for place in sorted(near):
            theirs, title, key = self.texts[place]
            shared = len(mine.intersection(theirs))
            if shared / (len(mine) + len(theirs) - shared) >= AT_LEAST:
                return same_as(title, key)
        return None


def hashes_of(words: str) -> "array[int]":
    """The shingles of some words as numbers, rising."""
    return array("q", sorted({hash(shingle) for shingle in shingles(words)}))


def first_of(hashes: "array[int]") -> int:
    """How many shingles of a text are looked up by: all but those it must share, and one."""
    return len(hashes) - ceil(AT_LEAST * len(hashes) - 1e-9) + 1 if hashes else 0


def same_as(title: str, key: int) -> Same:
    """Say what is nearly the same: an idea that is there, or a row before."""
    if key:
        says = _("“%(title)s” says nearly the same.") % {"title": title}
        return Same(says=says, path=reverse("ideas:idea", args=[key]))
    return Same(says=_("A row before says nearly the same: “%s”.") % title)


class Writer:
    """Writes down the ideas of one file, all to one initiative."""

    def __init__(self, *, municipality: Municipality, by: Person, about: Mapping[str, Any]) -> None:
        here = Initiative.objects.of(municipality).select_related("account", "municipality")
        self.municipality, self.by, self.about = municipality, by, about
        self.initiative = here.get(slug=about["initiative"])
        self.known = Known()
        rows = standing(Idea.objects.filter(initiative=self.initiative)).order_by("-pk")
        for key, title, text in rows.values_list("pk", "title", "text").iterator():
            self.known.add(f"{title} {text}", title, key)
            if self.known.shingles > MOST_SHINGLES:
                break

    def key_of(self, row: Cells) -> str:
        """The same words of the same person are one idea."""
        words = (row.get(key, "") for key in ("title", "text", "name"))
        return " ".join(" ".join(words).casefold().split())

    def same(self, row: Cells) -> Same | None:
        """Whether nearly the same words are there already, or stood in a row before."""
        return self.known.like(words_of(row))

    def take(self, row: Cells) -> Model:
        """Write one idea down."""
        title = one_line(in_words(row, "title", 120, TITLE))
        if not title:
            raise RowIsWrong(_("The line that says what it is about is missing."))
        day = day_in(row.get("day", ""))
        today = timezone.localdate()
        if day and day > today:
            raise RowIsWrong(_("The day lies ahead of us. Write the day it was given."))
        fate = chosen(row.get("fate", ""), WORDS_OF_FATE, FATE)
        reason = in_words(row, "answer", 4000, ANSWER)
        if reason and not fate:
            raise RowIsWrong(_("There is an answer, but not what became of it. Add that."))
        idea = give_idea(
            initiative=self.initiative,
            hand=paper_hand(
                by=self.by,
                municipality=self.municipality,
                name=one_line(in_words(row, "name", 120, NAME)),
                reach=one_line(in_words(row, "reach", 200, REACH)),
                channel=self.about["channel"],
            ),
            kind=chosen(row.get("kind", ""), WORDS_OF_KIND, SORT) or Idea.Kind.IDEA,
            title=title,
            text=in_words(row, "text", 4000, TEXT),
            language=self.about["language"],
            at=noon_of(day) if day and day < today else None,
            promised_from=today,
        )
        if fate:
            answer(ideas=[idea], status=fate, reason=reason, by=self.by)
        self.known.add(words_of(row), row.get("title", ""))
        return idea

    def undo(self, thing: Model) -> Said:
        """Withdraw one idea and blank its words, where nobody has done anything with it."""
        assert isinstance(thing, Idea)  # noqa: S101 - for the types alone
        if thing.withdrawn_at:
            return ""
        if thing.supports:
            return _("People support it.")
        if thing.joined or thing.merged_into_id:
            return _("It was put together with others.")
        if thing.contribution.adoptions.exists():
            return _("A decision has taken it in.")
        later = thing.contribution.fates.filter(status__in=ANSWERS)
        if later.exclude(at__lte=thing.contribution.written_at + ONE_WALK).exists():
            return _("It was answered.")
        if Thread.objects.filter(kind=KIND, key=thing.pk, comments__isnull=False).exists():
            return _("People talk about it.")
        ledger.settle(contribution=thing.contribution, status=FateStatus.WITHDRAWN, by=self.by)
        blank(thing)
        return ""
