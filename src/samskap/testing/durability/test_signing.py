"""A signature that somebody was thanked for is there after a kill, and stands there once."""

import http.client
import random
import re
import threading
import time

import pytest

from samskap.testing.durability.browsers import TOKEN, Browser

pytestmark = pytest.mark.xdist_group("durability")  # one instance serves them all

KILLS = 3
SIGNERS = 16
PROPOSALS = 25
THANKS = 30  # at least so many in each round before the server is killed
PRESSES = 60
PATIENCE = 60  # seconds for one round
THANKED = re.compile(r"^/proposals/(\d+)/$")


class Signer(Browser):
    """Somebody who signs proposals, under a name of their own."""

    def __init__(self, session, name):
        super().__init__(session)
        self.name = name

    def opens(self, proposal):
        """Read the form, and keep its token."""
        answer, page = self._ask("GET", f"/proposals/{proposal}/sign/")
        assert answer.status == 200, f"{answer.status}: {page[:500]}"
        self.token = TOKEN.search(page)[1]
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value

    def signs(self, proposal):
        """Sign; say whether that was thanked for."""
        words = {"name": self.name, "address": "Storgata 1", "born_on": "1980-02-01"}
        body = {"csrfmiddlewaretoken": self.token, "lives_here": "on", **words}
        encoded = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in body.items())
        answer, _page = self._ask("POST", f"/proposals/{proposal}/sign/", encoded)
        found = THANKED.match(answer.headers.get("Location", "")) if answer.status == 302 else None
        return bool(found and int(found[1]) == proposal)


@pytest.fixture(scope="module")
def ground(instance, place):
    """Proposals that are open, and residents with the form before them."""
    call = f"samskap.testing.durability.residents:put_forward({PROPOSALS}, {SIGNERS + 1})"
    made = instance.ask(call)
    signers = [
        Signer(session, f"Signer {number}") for number, session in enumerate(made["sessions"])
    ]
    with instance.served() as server:
        for signer in signers:
            signer.goes_to(server.port)
            signer.opens(made["proposals"][0])
            signer.leaves()
    return made["proposals"], signers


def on_record(instance):
    """How often each name stands on each proposal."""
    rows = "SELECT proposal_id, name, COUNT(*) FROM proposals_signature GROUP BY proposal_id, name"
    return {(proposal, name): many for proposal, name, many in instance.rows(rows)}


def test_what_was_signed_survives_kills_and_counts_once(instance, ground):
    proposals, signers = ground
    chance, thanked = random.Random(4), set()  # noqa: S311
    for number in range(KILLS):
        this_round, is_over = set(), threading.Event()

        def write(signer, port, *, start=number, this_round=this_round, is_over=is_over):
            signer.goes_to(port)
            try:
                for proposal in proposals[start * 8 : start * 8 + 8]:
                    if is_over.is_set():
                        return
                    if signer.signs(proposal):
                        this_round.add((proposal, signer.name))
            except (OSError, http.client.HTTPException):
                return  # the server is gone: this one got no thank-you
            finally:
                signer.leaves()

        with instance.served() as server:
            threads = [
                threading.Thread(target=write, args=(signer, server.port))
                for signer in signers[:SIGNERS]
            ]
            for thread in threads:
                thread.start()
            until = time.monotonic() + PATIENCE
            while len(this_round) < THANKS and time.monotonic() < until:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.2))
            server.kill()
            is_over.set()
            for thread in threads:
                thread.join(PATIENCE)
        assert len(this_round) >= THANKS
        thanked |= this_round

        there = on_record(instance)
        assert {one: there.get(one) for one in thanked} == dict.fromkeys(thanked, 1)
        assert set(there.values()) == {1}


def test_sixty_presses_at_once_leave_one_signature(instance, ground):
    proposals, signers = ground
    presser, proposal = signers[SIGNERS], proposals[-1]
    together, thanks = threading.Barrier(PRESSES), []

    def press(port):
        browser = Signer(presser.cookies["sessionid"], presser.name)
        browser.cookies, browser.token = dict(presser.cookies), presser.token
        browser.goes_to(port)
        try:
            together.wait(PATIENCE)
            thanks.append(browser.signs(proposal))
        finally:
            browser.leaves()

    with instance.served() as server:
        threads = [threading.Thread(target=press, args=(server.port,)) for _ in range(PRESSES)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)

    assert thanks == [True] * PRESSES
    assert on_record(instance)[proposal, presser.name] == 1
