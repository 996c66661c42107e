"""Logs."""

import json
import logging
import sys

import pytest

from samskap.base.logs import JsonLines, request_id, without_people


def line(said, **more):
    record = logging.LogRecord("samskap", logging.INFO, __file__, 1, said, (), None)
    for name, value in more.items():
        setattr(record, name, value)
    written = JsonLines().format(record)
    assert "\n" not in written
    return json.loads(written)


def test_a_record_is_one_line_of_json():
    told = line("Åse sa\n“hei”", facts={"route": "ideas:give", "status": 200})
    assert told["says"] == "Åse sa\n“hei”"
    assert (told["level"], told["from"]) == ("INFO", "samskap")
    assert (told["route"], told["status"]) == ("ideas:give", 200)
    assert told["at"].endswith("+00:00")
    assert "request" not in told


def test_all_that_one_request_says_carries_its_name():
    named = request_id.set("abc")
    assert line("x")["request"] == "abc"
    request_id.reset(named)


def test_the_trace_of_a_fault_is_told_without_people():
    try:
        raise RuntimeError("no such person: kari@example.org")
    except RuntimeError:
        told = line("It broke.", exc_info=sys.exc_info())
    assert "RuntimeError: no such person: [hidden]" in told["trace"]


@pytest.mark.parametrize(
    "personal",
    [
        "kari.nordmann+x@post.example.no",
        "kari%40example.no",
        "192.0.2.17",
        "2001:db8::1",
        "2001:db8:0:1:2:3:4:5",
        "17057012345",
        "+47 912 34 567",
        "91234567",
    ],
)
def test_what_points_at_a_person_is_blanked(personal):
    assert without_people(f"Failed for ({personal})!") == "Failed for ([hidden])!"


@pytest.mark.parametrize(
    "plain",
    [
        "2026-05-17 12:30:59",
        "Idea 12345 took 0.25 s at 12:30",
        'File "samskap/base/logs.py", line 138',
        "Django 5.2.19",
        "samskap.ideas.Idea:17",
        "std::vector",
    ],
)
def test_the_rest_stays(plain):
    assert without_people(plain) == plain
