"""Search inside one instance: a hundred thousand ideas of real words, and what finding costs."""

import statistics
import time
from datetime import timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from benchmarks.sentences import ENDINGS, Sentence, lookings, parallel, real_sentences
from samskap.ideas.models import Idea
from samskap.initiatives.models import Initiative
from samskap.kernels import stems
from samskap.ledger.models import Contribution, Giver
from samskap.municipalities.models import Municipality
from samskap.search import queries
from samskap.search.actions import read_whole
from samskap.search.models import Entry
from samskap.search.queries import Asked, find
from samskap.search.similar import similar
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory

INITIATIVES = 200
AT_A_TIME = 1000
TIMES = 5
LOOKED_FOR = 400  # sentences of a language
TYPED = 200
SEED = 5

Texts = list[tuple[str, str, str]]  # title, text, language


def invented(ideas: int) -> Texts:
    """Ideas of words drawn as often as they stand in real sentences, six in a title."""
    chance = Random(SEED)  # noqa: S311 - nothing is kept secret by it
    words = [word for each in real_sentences() for word in stems.words_of(each.text)]
    often: dict[str, int] = {}
    for word in words:
        often[word] = often.get(word, 0) + 1
    names, weights = list(often), list(accumulate(often.values()))

    def some(count: int) -> str:
        return " ".join(chance.choices(names, cum_weights=weights, k=count))

    return [(some(6), some(30), ("nb", "nn", "da", "en")[n % 4]) for n in range(ideas)]


def fill(ideas: int) -> None:
    """Make a municipality with so many ideas."""
    write(invented(ideas))


def fill_with_sentences() -> None:
    """Make a municipality in which each real sentence is the title of an idea."""
    write([(each.text[:120], each.text[120:], each.language) for each in real_sentences()])


def write(texts: Texts) -> None:
    """Write ideas with their rows of the ledger; only what search reads has to be right."""
    municipality = MunicipalityFactory(host="localhost")
    here = [InitiativeFactory(municipality=municipality) for _ in range(INITIATIVES)]
    giver, now = Giver.objects.create(municipality=municipality), timezone.now()
    for first in range(0, len(texts), AT_A_TIME):
        numbered = list(enumerate(texts[first : first + AT_A_TIME], start=first))
        given = Contribution.objects.bulk_create(
            Contribution(
                municipality=municipality,
                public_id=UUID(int=number + 1),
                account=here[number % INITIATIVES].account,
                number=1000 + number,
                at=now - timedelta(minutes=number),
                phase="define",
                side="non_public",
                actor_kind=("resident", "association", "business")[number % 3],
                giver=giver,
                party="benchmark",
                kind="idea",
                units=1,
                is_independent=True,
                beneficiary="community",
                is_input=True,
                channel="web",
                entered_on_behalf=False,
                hash="",
            )
            for number, _text in numbered
        )
        Idea.objects.bulk_create(
            Idea(
                municipality=municipality,
                initiative=here[number % INITIATIVES],
                contribution=row,
                kind="idea",
                phase="define",
                title=title[:120],
                text=text,
                language=language,
                given_at=row.at,
            )
            for row, (number, (title, text, language)) in zip(given, numbered, strict=True)
        )


def index() -> dict[str, Any]:
    """Read everything, as the clock does each night; a second time nothing has changed."""
    before = _own_memory()
    first, written = _timed(read_whole)
    after = _own_memory()
    again, _none = _timed(read_whole)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {"seconds": first, "written": written, "again": again, "memory": after - before}


def read_once() -> dict[str, float]:
    """Read everything once: seconds of a processor, entries written, memory added."""
    reverse("search:search")  # all addresses are read once, which is not what is asked here
    memory, began = _own_memory(), time.process_time()
    written = read_whole()
    seconds = time.process_time() - began
    return {"seconds": seconds, "written": written, "memory": _own_memory() - memory}


def read_after_edits() -> dict[str, float]:
    """Read everything after each hundredth idea was edited."""
    keys = list(Idea.objects.order_by("pk").values_list("pk", flat=True))
    Idea.objects.filter(pk__in=keys[::100]).update(text="Something else")
    return read_once()


def read_after_release() -> dict[str, float]:
    """Read everything with a stemmer that says it is a newer one."""
    stems.FORMULA += "-newer"
    return read_once()


def measure() -> dict[str, dict[str, float]]:
    """What finding takes: kind of question → p50 and p95 in milliseconds, queries, hits shown."""
    municipality = Municipality.objects.get()
    common, middling, rare = _words_by_frequency()
    asked = {
        "one rare word": [Asked(q=word) for word in rare],
        "one middling word": [Asked(q=word) for word in middling],
        "one common word": [Asked(q=word) for word in common],
        "a rare and a common word": [
            Asked(q=f"{one} {two}") for one, two in zip(rare, common, strict=False)
        ],
        "two common words": [Asked(q=f"{a} {b}") for a, b in pairwise(common)],
        "three words that no idea has all of": [
            Asked(q=f"{a} {b} {c}") for a, b, c in zip(rare, rare[1:], rare[2:], strict=False)
        ],
        "a word that is not there": [Asked(q=f"zq{word}") for word in rare],
        "a common word in one phase": [Asked(q=word, phase="define") for word in common],
        "a common word, needs hands": [Asked(q=word, hands="yes") for word in common],
    }
    found = {
        name: _figures([lambda one=one: len(find(municipality, one).items) for one in several])
        for name, several in asked.items()
    }
    reader = Client(headers={"host": "localhost"})
    pages = [lambda one=one: _page(reader, one.q) for one in asked["a rare and a common word"]]
    found["the whole page, a rare and a common word"] = _figures(pages)
    all_titles = list(Idea.objects.order_by("pk").values_list("title", flat=True))
    titles = all_titles[:: max(len(all_titles) // TYPED, 1)][:TYPED]
    typed = [" ".join(title.split()[1:5]) for title in titles]
    found["similar, four words typed"] = _figures(
        [lambda one=one: len(similar(municipality, one)) for one in typed]
    )
    long = [" ".join(titles[n : n + 5]) for n in range(0, len(titles) - 5, 5)]
    found["similar, thirty words typed"] = _figures(
        [lambda one=one: len(similar(municipality, one)) for one in long]
    )
    return found


def recall() -> dict[str, Any]:
    """How often the sentence that was looked for is among the first ten, and how often similar."""
    municipality, sentences = Municipality.objects.get(), real_sentences()
    place_of = {text[:120]: number for number, text in enumerate(each.text for each in sentences)}
    looked: dict[str, Any] = {}
    ways = {"stems": stems.stems_in_any_language, "as written": lambda word: frozenset({word})}
    for way, forms in ways.items():
        _index_again(way)
        queries.asked_for = lambda q, forms=forms: [forms(word) for word in stems.words_of(q)]
        for language in ENDINGS:
            wanted = lookings(sentences, language, LOOKED_FOR)
            hit = sum(
                each.place in _places(find(municipality, Asked(q=each.query)), place_of)
                for each in wanted
            )
            looked.setdefault(language, {"queries": len(wanted)})[way] = hit / max(len(wanted), 1)
    queries.asked_for = stems.asked_for
    _index_again("stems")
    _leave_only("nb")
    return {
        "sentences": _count(sentences),
        "looked": looked,
        "typed": {language: _typed(municipality, language) for language in ("nn", "da", "en")},
    }


def _typed(municipality: Municipality, language: str) -> dict[str, float]:
    """How often the same sentence in bokmål is shown to whoever types it in another language."""
    pairs = parallel(language, TYPED)
    shown = [[found.title for _kind, found in similar(municipality, one)] for one, _nb in pairs]
    titles = [other[:120] for _one, other in pairs]
    return {
        "typed": len(pairs),
        "first": sum(other in some[:1] for some, other in zip(shown, titles, strict=True))
        / len(pairs),
        "five": sum(other in some for some, other in zip(shown, titles, strict=True)) / len(pairs),
    }


def _leave_only(language: str) -> None:
    """Let only what is written in one language be found: a sentence would be most like itself."""
    others = Idea.objects.exclude(language=language)
    Entry.objects.filter(kind="idea", key__in=others.values("pk")).delete()


def _index_again(way: str) -> None:
    """Make the entries anew, of stems or of words as they are written."""
    Entry.objects.all().delete()
    kept = stems.STEMMER_OF.copy()
    if way != "stems":
        stems.STEMMER_OF.clear()
    read_whole()
    stems.STEMMER_OF.update(kept)


def _places(hits: queries.Hits, place_of: dict[str, int]) -> set[int | None]:
    """The places of the sentences that were found."""
    return {place_of.get(found.title) for _kind, found in hits.items}


def _count(sentences: list[Sentence]) -> dict[str, int]:
    """How many sentences of each language there are."""
    return {language: sum(each.language == language for each in sentences) for language in ENDINGS}


def _words_by_frequency() -> tuple[list[str], list[str], list[str]]:
    """Words in a tenth of the ideas and more, in a hundredth, and in a few."""
    often: dict[str, int] = {}
    for title, text in Idea.objects.order_by("pk").values_list("title", "text")[:4000]:
        for word in set(f"{title} {text}".split()):
            often[word] = often.get(word, 0) + 1
    by_count = sorted(often, key=lambda word: (-often[word], word))
    telling = [w for w in by_count if w not in stems.FRAME_WORDS and len(w) > 3]
    middling = [word for word in telling if 20 <= often[word] <= 60]
    rare = [word for word in telling if often[word] == 2]
    return telling[:20], middling[:20], rare[:20]


def _figures(calls: list[Any]) -> dict[str, float]:
    """The time of each call, the best of a few; the queries and hits of the dearest."""
    times, asked, hits = [], [], []
    for call in calls:
        times.append(min(_timed(call)[0] for _ in range(TIMES)) * 1000)
        with CaptureQueriesContext(connection) as captured:
            hits.append(call())
        asked.append(len(captured))
    ordered = sorted(times)
    return {
        "p50": statistics.median(ordered),
        "p95": ordered[int(len(ordered) * 0.95) - 1],
        "queries": max(asked),
        "hits": statistics.mean(hits),
    }


def _page(reader: Client, q: str) -> int:
    """Read the page of a search; its hits."""
    return reader.get("/search/", {"q": q}).text.count('class="hit"')


def _timed(call: Any) -> tuple[float, Any]:
    """How many seconds a call takes, and what it returns."""
    began = time.perf_counter()
    answer = call()
    return time.perf_counter() - began, answer


def _own_memory() -> float:
    """The memory of this process in MB, without the files that it has mapped."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) / 1024


def phases() -> None:
    """Let the initiatives stand in all phases, so that a filter leaves something out."""
    for number, each in enumerate(Initiative.objects.order_by("pk")):
        each.state = ("defining", "designing", "implementing", "driving")[number % 4]
        each.save(update_fields=["state"])
