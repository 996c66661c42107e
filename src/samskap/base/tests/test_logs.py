"""Logs."""

import json
import logging
import sys

import pytest
from django.db import DatabaseError, DataError, IntegrityError

from samskap.base.logs import JsonLines, request_id, without_people
from samskap.people.models import Person
from samskap.testing.factories.people import PersonFactory


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


def trace_of(act):
    try:
        act()
    except Exception:  # noqa: BLE001 - whatever it is, its trace is looked at
        return line("It broke.", exc_info=sys.exc_info())["trace"]
    raise AssertionError("It did not break.")


@pytest.mark.django_db
def test_a_row_that_a_rule_of_the_database_refuses_is_not_told():
    ada = PersonFactory(given_name="Adelheid", family_name="Storvik")
    everybody = Person.objects.filter(pk=ada.pk)

    trace = trace_of(lambda: everybody.update(has_protected_address=True, shows_home=True))

    assert "IntegrityError: " in trace
    assert "protected_address_is_never_shown" in trace
    assert "Adelheid" not in trace


ROW = 'it violates "a_rule"\nDETAIL:  Failing row contains (7, Adelheid\n\nStorvik).'
VALUE = 'invalid input syntax for type uuid: "Adelheid"\nLINE 1: SELECT'


def refuse_a_row():
    raise IntegrityError(ROW)


def refuse_a_value():
    raise DataError(VALUE)


def fail_after(cause):
    try:
        cause()
    except DatabaseError as fault:
        raise RuntimeError("Then this broke.") from fault


@pytest.mark.parametrize("cause", [refuse_a_row, refuse_a_value])
def test_what_a_database_repeats_is_not_told_of_a_cause_either(cause):
    for act in (cause, lambda: fail_after(cause)):
        assert "Adelheid" not in trace_of(act)
    trace = trace_of(lambda: fail_after(cause))
    assert trace.index("Error: in" if cause is refuse_a_value else "Error: it") < trace.index(
        "RuntimeError: Then this broke."
    )
    assert "in fail_after" in trace


def test_faults_that_led_to_each_other_are_told_once():
    def go_round():
        one, other = ValueError("one"), ValueError("other")
        one.__context__, other.__context__ = other, one
        raise one

    assert trace_of(go_round).count("ValueError: one") == 1


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
        "123-456-789",
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
