"""The API against its own document: schemathesis asks every operation what the document allows.

What it asks is drawn from a fixed seed, so that a finding can be found again.
"""

from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import resolve
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from samskap.config.wsgi import application

pytestmark = pytest.mark.django_db
HOW = settings(
    max_examples=12,  # for each operation
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection():
    """Keep the connection of the test open between questions, as Django’s own client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def contract(municipality, operations, one_connection):
    """The document, read from the running program with something behind every address."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


def ask(operation, mode, names):
    """Ask one operation whatever the document allows (or does not), and check each answer.

    names  the names in its address of something that is there
    """
    asked = Counter()

    @given(case=operation.as_strategy(generation_mode=mode))
    @HOW
    def try_one(case):
        if mode is GenerationMode.POSITIVE:
            case.query.pop("after", None)  # a place in a list is not made up, but handed out
            asked[case.call_and_validate().status_code] += 1
            case.path_parameters.update(names)
        asked[case.call_and_validate().status_code] += 1

    try_one()
    return asked


def test_every_answer_is_what_the_document_says(contract, paths):
    asked = {}
    for found in contract.get_all_operations():
        name = found.ok().definition.raw["operationId"]
        asked[name] = ask(found.ok(), GenerationMode.POSITIVE, resolve(paths[name]).kwargs)

    assert set(asked) == set(paths)
    assert [name for name, statuses in asked.items() if not statuses[200]] == []


def test_what_the_document_does_not_allow_is_refused(contract, operations):
    asked = {}
    for found in contract.get_all_operations():
        name = found.ok().definition.raw["operationId"]
        if any(parameter["in"] == "query" for parameter in operations[name]["parameters"]):
            asked[name] = ask(found.ok(), GenerationMode.NEGATIVE, {})

    assert len(asked) > 10
    assert [name for name, statuses in asked.items() if not statuses[422]] == []
