"""Nothing that was acknowledged is lost, and nothing is counted twice."""

import http.client
import random
import threading
import time

import pytest

from samskap.testing.durability.browsers import Browser

pytestmark = pytest.mark.xdist_group("durability")  # one instance serves them all

KILLS = 20
THANKS = 60  # at least so many in each round before the server is killed
PRESSES = 200
PATIENCE = 60  # seconds for one round


class Round:
    """What was thanked for between a start and a kill."""

    def __init__(self, number, slug):
        self.number, self.slug = number, slug
        self.given: dict[str, int] = {}  # title → idea
        self.supported: list[int] = []
        self.unthanked: list[str] = []
        self.is_over = threading.Event()

    def write(self, writer, browser, port):
        """Give and support until the server is gone."""
        browser.goes_to(port)
        try:
            for count in range(10_000):
                if self.is_over.is_set():
                    return
                title = f"Bench {self.number}.{writer}.{count}"
                idea = browser.gives(self.slug, title)
                if idea is None:
                    self.unthanked.append(title)
                    continue
                self.given[title] = idea
                if browser.supports(idea) is None:
                    self.unthanked.append(f"support of {title}")
                    continue
                self.supported.append(idea)
        except (OSError, http.client.HTTPException):
            return  # the server is gone: this one got no thank-you
        finally:
            browser.leaves()


def test_what_was_thanked_for_survives_twenty_kills(instance, place, browsers):
    writers, chance = browsers[:50], random.Random(1)  # noqa: S311
    given, supported = {}, []
    for number in range(KILLS):
        this = Round(number, place["slug"])
        with instance.served() as server:
            threads = [
                threading.Thread(target=this.write, args=(writer, browser, server.port))
                for writer, browser in enumerate(writers)
            ]
            for thread in threads:
                thread.start()
            until = time.monotonic() + PATIENCE
            while len(this.given) + len(this.supported) < THANKS and time.monotonic() < until:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.2))
            server.kill()
            this.is_over.set()
            for thread in threads:
                thread.join(PATIENCE)
        assert this.unthanked == []
        assert len(this.given) + len(this.supported) >= THANKS
        given |= this.given
        supported += this.supported

        there = instance.rows("SELECT title, id FROM ideas_idea WHERE title LIKE 'Bench %'")
        assert len(there) == len(dict(there))  # once
        assert {title: dict(there).get(title) for title in given} == given
        counted = dict(instance.rows("SELECT id, supports FROM ideas_idea"))
        assert [counted[idea] for idea in supported] == [1] * len(supported)

    written = "SELECT COUNT(*) FROM ledger_contribution"
    ideas_and_supports = "SELECT (SELECT COUNT(*) FROM ideas_idea) + COUNT(*) FROM ideas_support"
    assert instance.rows(written) == instance.rows(ideas_and_supports)
    assert instance.rows(written) == instance.rows("SELECT SUM(rows) FROM ledger_account")
    instance.run("manage.py", "check_ledger")


def test_two_hundred_presses_at_once_leave_one_support(instance, place, browsers):
    presser, idea = browsers[50], place["idea"]
    together = threading.Barrier(PRESSES)
    thanks = []

    def press(port):
        browser = Browser(presser.cookies["sessionid"])
        browser.cookies, browser.token = dict(presser.cookies), presser.token
        browser.goes_to(port)
        try:
            together.wait(PATIENCE)
            thanks.append(browser.supports(idea))
        finally:
            browser.leaves()

    before = instance.rows("SELECT COUNT(*) FROM ledger_contribution WHERE kind = 'support'")[0][0]
    with instance.served() as server:
        threads = [threading.Thread(target=press, args=(server.port,)) for _ in range(PRESSES)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)

    assert thanks == [idea] * PRESSES
    supports = "SELECT idea_id, COUNT(*) FROM ideas_support GROUP BY idea_id"
    assert dict(instance.rows(supports))[idea] == 1
    assert dict(instance.rows("SELECT id, supports FROM ideas_idea"))[idea] == 1
    after = instance.rows("SELECT COUNT(*) FROM ledger_contribution WHERE kind = 'support'")[0][0]
    assert after == before + 1
    instance.run("manage.py", "check_ledger")
