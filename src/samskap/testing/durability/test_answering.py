"""No answer of the council that was thanked for is lost, and none is told of twice."""

import http.client
import threading
import time
from urllib.parse import urlencode

import pytest

from samskap.testing.durability.browsers import Browser

pytestmark = pytest.mark.xdist_group("durability")  # one instance serves them all

KILLS = 3
COUNCILLORS = 4
RECOMMENDATIONS = 80
THANKS = 8  # at least so many in each round before the server is killed
PATIENCE = 60  # seconds for one round


class Councillor(Browser):
    """Somebody of the council, with a browser."""

    def answers(self, path, thanks):
        """Answer one recommendation; whether it was thanked for, or answered by another before."""
        words = {"answer": "adopted", "reasons": "It can be done this year."}
        said, page = self._ask(
            "POST", path, urlencode({"csrfmiddlewaretoken": self.token, **words})
        )
        if said.status == 302:
            assert said.headers["Location"] == thanks
            return True
        assert said.status == 409, page[:500]
        return False


@pytest.fixture(scope="module")
def council(instance, place):
    """What lies before the council, and its people with the form before them."""
    there = instance.ask(
        "samskap.testing.durability.councillors:"
        f"take_seats({COUNCILLORS}, recommendations={RECOMMENDATIONS})"
    )
    there["browsers"] = [Councillor(session) for session in there["sessions"]]
    with instance.served() as server:
        for browser in there["browsers"]:
            browser.goes_to(server.port)
            browser.opens_the_form(there["slug"])
            browser.leaves()
    return there


def test_answers_survive_kills_and_the_last_one_closes_the_matter_once(instance, council):
    waiting, thanked = sorted(council["answers"]), set()

    def answer(browser, port, mine):
        browser.goes_to(port)
        try:
            for key in mine:
                if browser.answers(council["answers"][key], council["thanks"]):
                    thanked.add(int(key))
        except (OSError, http.client.HTTPException):
            return  # the server is gone: this one got no thank-you
        finally:
            browser.leaves()

    def all_answer(keys, until):
        with instance.served() as server:
            threads = [
                threading.Thread(target=answer, args=(browser, server.port, keys[place:]))
                for place, browser in enumerate(council["browsers"])
            ]  # they ask for nearly the same at the same time
            for thread in threads:
                thread.start()
            until(threads)
            server.kill()
            for thread in threads:
                thread.join(PATIENCE)

    def answered():
        said = "SELECT id FROM initiatives_recommendation WHERE answer = 'adopted'"
        return {key for (key,) in instance.rows(said)}

    for _round in range(KILLS):
        before, end = len(thanked), time.monotonic() + PATIENCE
        left = [key for key in waiting if int(key) not in answered()]

        def enough(threads, before=before, end=end):
            while len(thanked) < before + THANKS and time.monotonic() < end:
                time.sleep(0.005)

        all_answer(left, enough)
        assert len(thanked) >= before + THANKS
        assert thanked <= answered()

    left = [key for key in waiting if int(key) not in answered()]
    all_answer(left, lambda threads: [thread.join(PATIENCE) for thread in threads])

    assert len(answered()) == RECOMMENDATIONS
    mine = council["committee"]
    states = dict(instance.rows("SELECT id, state FROM committees_committee"))
    assert states[mine] == "answered"
    steps = instance.rows("SELECT committee_id, after FROM committees_step ORDER BY id")
    assert [after for key, after in steps if key == mine] == [
        *("proposed", "in_formal_treatment", "answered")
    ]
    told = "SELECT COUNT(*) FROM notices_notice WHERE kind = 'committees.answer'"
    # The member and the facilitator hear of each answer, once.
    assert instance.rows(told) == [(2 * RECOMMENDATIONS,)]
    once = "SELECT COUNT(*) FROM notices_notice WHERE kind = 'committees.all_answered'"
    assert instance.rows(once) == [(2,)]
