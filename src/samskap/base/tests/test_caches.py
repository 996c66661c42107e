"""Memory that may be lost."""

import subprocess
import sys
import threading
import time

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection

from samskap.base.caches import SharedFileCache, SharedTableCache


@pytest.fixture
def cache(tmp_path):
    return SharedFileCache(str(tmp_path / "deep" / "cache"), {"OPTIONS": {"MAX_ENTRIES": 100}})


@pytest.fixture
def moves_on(monkeypatch):
    """Let the clock stand, and move it: `moves_on(6)`, in seconds."""
    now = [time.time()]
    monkeypatch.setattr(time, "time", lambda: now[0])

    def move(seconds):
        now[0] += seconds

    return move


@pytest.mark.parametrize("value", [0, -7, 2**70, True, None, "Åse", {"a": [1, 2.5]}, b"\0"])
def test_what_is_kept_comes_back_as_it_was(cache, value):
    cache.set("k", value)
    assert (cache.get("k", "nothing"), type(cache.get("k"))) == (value, type(value))


def test_what_is_not_kept_is_missing(cache):
    assert cache.get("k") is None
    assert cache.get("k", 7) == 7
    assert cache.has_key("k") is False
    assert cache.delete("k") is False
    assert cache.touch("k") is False
    with pytest.raises(ValueError, match="Nothing is kept"):
        cache.incr("k")


def test_what_has_ended_is_missing(cache, moves_on):
    cache.set("k", 1, timeout=5)
    cache.set("other", 1, timeout=None)
    moves_on(6)
    assert cache.get("k") is None
    assert cache.add("k", 2) is True
    assert cache.get_many(["k", "other", "none"]) == {"k": 2, "other": 1}


def test_only_the_first_is_added(cache):
    assert cache.add("k", 1) is True
    assert cache.add("k", 2) is False
    assert cache.get("k") == 1


def test_counting_keeps_the_end(cache, moves_on):
    cache.add("k", 0, timeout=5)
    assert [cache.incr("k"), cache.incr("k", 5), cache.decr("k")] == [1, 6, 5]
    moves_on(6)
    with pytest.raises(ValueError, match="Nothing is kept"):
        cache.incr("k")


def test_versions_are_apart_and_touching_keeps_longer(cache, moves_on):
    cache.set("k", 1, timeout=5, version=1)
    cache.set("k", 2, version=2)
    assert cache.touch("k", 100, version=1) is True
    moves_on(6)
    assert (cache.get("k", version=1), cache.get("k", version=2)) == (1, 2)
    cache.clear()
    assert cache.get("k", version=2) is None


def test_it_never_grows_beyond_its_size(cache):
    for number in range(400):
        cache.set(str(number), "x", timeout=1000 + number)
    (many,) = cache.file.execute("SELECT count(*) FROM kept").fetchone()
    assert many <= 100
    assert cache.get("399") == "x"


def test_threads_that_count_at_once_count_right(cache):
    cache.set("k", 0)
    times = 50

    def count():
        for _time in range(times):
            cache.incr("k")
        cache.file.close()

    threads = [threading.Thread(target=count) for _thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.get("k") == 4 * times


COUNT = """
import sys
from django.conf import settings
settings.configure()
from samskap.base.caches import SharedFileCache
cache = SharedFileCache(sys.argv[1], {})
for _time in range(50):
    cache.incr("k")
"""


def test_processes_that_count_at_once_count_right(cache):
    cache.set("k", 0)
    command = [sys.executable, "-W", "ignore", "-c", COUNT, str(cache.path)]
    counting = [subprocess.Popen(command) for _process in range(3)]  # noqa: S603 - our own
    assert [process.wait(60) for process in counting] == [0, 0, 0]
    assert cache.get("k") == 150


@pytest.mark.django_db(transaction=True)
def test_the_table_counts_right_when_several_count_at_once(settings):
    backend = "samskap.base.caches.SharedTableCache"
    settings.CACHES = {**settings.CACHES, "table": {"BACKEND": backend, "LOCATION": "tried_cache"}}
    call_command("createcachetable", "tried_cache")
    try:
        caches["table"].set("k", 0)
        start = threading.Barrier(4)

        def count():
            start.wait()
            cache = SharedTableCache("tried_cache", {})
            for _time in range(10):
                cache.incr("k")
            connection.close()

        threads = [threading.Thread(target=count) for _thread in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert caches["table"].get("k") == 40
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE tried_cache")
