"""Whatever is written into an address or a form, the house answers in its own words.

A real PostgreSQL refuses more than SQLite does, and the other way round: both are tried.
"""

from itertools import cycle

import html5lib
import pytest
from django.db import transaction

from samskap.testing.walks.conftest import NOBODY

pytestmark = pytest.mark.django_db

# No character of any text, no key of any row, no day that has a day after, no language of ours.
IN_ADDRESSES = ("a\x00b", "9" * 40, "9999-12-31")
IN_FIELDS = (*IN_ADDRESSES, "-1", "\u202e\ufeff%s{{ x }}", "x" * 70_000)
# Every name that a page of ours looks for in an address, and some that others do.
ASKED = (
    "q words after before next kind topic area side rung phase on within version token colour"
    " accent_colour order email purpose year sex format given theme state body month group left"
    " event idea initiative edition code ages in which when rule old new all number statements_in"
).split()
# What would end the walk: whoever walks is signed out.
ENDS = ("/people/sign-out/", "/people/me/delete/")
XHTML = "{http://www.w3.org/1999/xhtml}"


def answers_of_forms(path, text):
    """Every form of a page that changes something: where it is sent, and what stands in it."""
    for form in html5lib.parse(text).iter(f"{XHTML}form"):
        action = (form.get("action") or path).partition("#")[0]
        if (form.get("method") or "").lower() == "post" and action not in ENDS:
            yield action, dict(fields_of(form))


def fields_of(form):
    """The fields of a form, each with something that it could hold."""
    for field in form.iter():
        name = field.get("name")
        if not name or name == "csrfmiddlewaretoken" or field.get("type") == "file":
            continue
        if field.tag == f"{XHTML}select":
            values = [option.get("value") for option in field.iter(f"{XHTML}option")]
            yield name, next(filter(None, values), "")
        elif field.tag == f"{XHTML}textarea":
            yield name, "".join(field.itertext()).strip() or "Words"
        elif field.tag == f"{XHTML}input":
            yield name, field.get("value") or "Words"


@pytest.mark.parametrize("role", ["administrator", NOBODY])
def test_no_address_is_a_fault(comes, paths, role):
    visitor = comes(role)
    visitor.raise_request_exception = False
    faults = [
        f"{name}: {said[:12]!r}"
        for name, path in paths.items()
        for said in IN_ADDRESSES
        if visitor.get(path, dict.fromkeys(ASKED, said)).status_code >= 500
    ]

    assert faults == []


@pytest.mark.parametrize("role", ["administrator", "facilitator"])
def test_no_field_is_a_fault(comes, paths, role):
    visitor = comes(role)
    visitor.raise_request_exception = False
    sent, faults, words = set(), [], cycle(IN_FIELDS)
    for path in paths.values():
        page = visitor.get(path)
        is_page = page.headers.get("Content-Type", "").startswith("text/html")
        if page.status_code != 200 or page.streaming or not is_page:
            continue
        for action, fields in answers_of_forms(path, page.text):
            for name in sorted(name for name in fields if (action, name) not in sent):
                sent.add((action, name))
                said = next(words)
                here = transaction.savepoint()
                answer = visitor.post(action, fields | {name: said})
                transaction.savepoint_rollback(here)
                if answer.status_code >= 500:
                    faults.append(f"{action} {name}: {said[:12]!r}")

    assert len(sent) > 100
    assert faults == []
