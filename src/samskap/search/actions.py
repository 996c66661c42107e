"""Keeping entries true: from the memory of what happened, whole, and letting go at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from samskap.base.finding import Findable, Found, findables
from samskap.base.models import Happening
from samskap.search.marks import seal_of, words_of_entry
from samskap.search.models import Bookmark, Entry, place_of

BATCH = 500  # things that are read and written in one transaction
LINES = 2000  # of the memory that are read at once
# A line may be written down later than one with a higher number: for so long each is read again.
SETTLED_AFTER = timedelta(minutes=1)


def bookmark() -> Bookmark:
    """The one bookmark; whoever holds it in a transaction is the only one who writes entries."""
    kept, _is_new = Bookmark.objects.select_for_update().get_or_create(pk=1)
    return kept


def follow() -> int:
    """Read what happened since the last time, and return how many entries were written anew.

    Nothing that is written in Samskap has to think of search: this reads the memory, and then the
    things themselves. What is read twice is the same; the first time everything is read.
    """
    with transaction.atomic():
        kept = bookmark()
    if kept.read_whole_at is None:
        return read_whole()
    after, settled, written = kept.happening, kept.happening, 0
    while lines := list(
        Happening.objects.filter(pk__gt=after)
        .order_by("pk")
        .values("pk", "about", "within", "at")[:LINES]
    ):
        for kind, keys in named_in(lines).items():
            written += write(findables()[kind], keys)
        after = lines[-1]["pk"]
        limit = timezone.now() - SETTLED_AFTER
        settled = max([settled, *(line["pk"] for line in lines if line["at"] < limit)])
        if len(lines) < LINES:
            break
    Bookmark.objects.filter(pk=1, happening__lt=settled).update(happening=settled)
    return written


def named_in(lines: Iterable[Mapping[str, Any]]) -> dict[str, set[int]]:
    """What some lines of the memory are about, of what can be found: kind → keys.

    Where a line is about something that cannot be found itself, the larger thing counts.
    """
    kind_of = {findable.model: kind for kind, findable in findables().items()}
    part_of = {
        label: (kind, ways)
        for kind, findable in findables().items()
        for label, ways in findable.parts.items()
    }
    named: dict[str, set[int]] = defaultdict(set)
    parts: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        for told in (line["about"], line["within"]):
            label, _, key = told.rpartition(":")
            if label in kind_of:
                named[kind_of[label]].add(int(key))
                break
            if label in part_of:
                parts[label].add(int(key))
                break
    for label, keys in parts.items():
        kind, ways = part_of[label]
        rows = apps.get_model(label)._default_manager.filter(pk__in=keys)
        for way in ways:
            named[kind].update(filter(None, rows.values_list(way, flat=True)))
    return named


def read_whole(*, anew: bool = False) -> int:
    """Read everything that can be found, and return how many entries were written anew.

    anew  write all entries, whatever their seals say
    """
    last = Happening.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    written = 0
    for findable in findables().values():
        after = 0
        while keys := keys_after(findable, after):
            written += write(findable, keys, anew=anew)
            after = max(keys)
    Entry.objects.exclude(kind__in=findables()).delete()
    with transaction.atomic():
        kept = bookmark()
        # What happened meanwhile is read again from here.
        kept.happening, kept.read_whole_at = max(kept.happening, last), timezone.now()
        kept.save()
    return written


def keys_after(findable: Findable, after: int) -> set[int]:
    """The next keys of one kind: of things, and of entries whose thing is no more."""
    things = apps.get_model(findable.model)._default_manager.filter(pk__gt=after)
    there = list(things.order_by("pk").values_list("pk", flat=True)[:BATCH])
    entries = Entry.objects.filter(kind=findable.kind, key__gt=after)
    if len(there) == BATCH:
        entries = entries.filter(key__lte=there[-1])
    return {*there, *entries.values_list("key", flat=True)}


def write(findable: Findable, keys: Iterable[int], *, anew: bool = False) -> int:
    """Make the entries of some things true, and return how many were written anew.

    What is sealed as it reads now is neither stemmed nor written, and nobody waits for it.

    anew  write all of them, sealed or not
    """
    in_order, written = sorted(keys), 0
    for at in range(0, len(in_order), BATCH):
        some = in_order[at : at + BATCH]
        if not_true := some if anew else _not_true(findable, some):
            written += _write_batch(findable, not_true)
    return written


def _not_true(findable: Findable, keys: list[int]) -> list[int]:
    """Of some keys those whose entry is missing, is made of something else, or has no thing."""
    sealed = {found.key: seal_of(findable.kind, found) for found in findable.found(keys)}
    entries = Entry.objects.filter(kind=findable.kind, key__in=keys)
    there = dict(entries.values_list("key", "seal"))
    # An entry without a seal is from before there were seals.
    return [
        key
        for key in keys
        if (key in there) != (key in sealed) or there.get(key) != sealed.get(key)
    ]


@transaction.atomic
def _write_batch(findable: Findable, keys: list[int]) -> int:
    """Write one batch; whatever cannot be read any more is found no more."""
    bookmark()
    new = [_entry(findable.kind, found) for found in findable.found(keys)]
    Entry.objects.filter(kind=findable.kind, key__in=keys).delete()
    _find_places(new)
    Entry.objects.bulk_create(new, batch_size=100)
    return len(new)


def _entry(kind: str, found: Found) -> Entry:
    """The entry of one thing, at the place it is wished."""
    return Entry(
        place=place_of(kind, found.key, found.at),
        municipality_id=found.municipality,
        kind=kind,
        key=found.key,
        initiative_id=found.initiative,
        words=words_of_entry(kind, found),
        seal=seal_of(kind, found),
    )


def _find_places(entries: list[Entry]) -> None:
    """Move entries on whose place is taken."""
    wished = [entry.place for entry in entries]
    taken = set(Entry.objects.filter(place__in=wished).values_list("place", flat=True))
    for entry in entries:
        while entry.place in taken:
            entry.place += 1
            if entry.place not in taken and Entry.objects.filter(place=entry.place).exists():
                taken.add(entry.place)
        taken.add(entry.place)


def let_go(thing: Model) -> None:
    """Let nobody find a thing any more; called in the transaction in which its words go."""
    for findable in findables().values():
        if findable.model == thing._meta.label:
            Entry.objects.filter(kind=findable.kind, key=thing.pk).delete()
