"""Pages of a list."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Value
from django.db.models.functions import Length
from hypothesis import given
from hypothesis import strategies as st

from samskap.base.keyset import page_for, page_of
from samskap.base.models import Happening
from samskap.testing.factories.base import HappeningFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 17, 12, 0, 0, 123456, tzinfo=UTC)
NEWEST_FIRST = ("-at", "-pk")


def make(many, *, at_once=3):
    """Let many things happen, some of them at the same microsecond."""
    Happening.objects.bulk_create(
        HappeningFactory.build(at=NOON + timedelta(microseconds=number // at_once))
        for number in range(many)
    )
    return list(Happening.objects.order_by(*NEWEST_FIRST))


def walk(order=NEWEST_FIRST, size=20, queryset=None):
    """Leaf from the first page to the last."""
    rows = Happening.objects.all() if queryset is None else queryset
    pages = [page_of(rows, order=order, size=size)]
    while pages[-1].older_token:
        pages.append(page_of(rows, order=order, size=size, after=pages[-1].older_token))
    return pages


@pytest.mark.parametrize("many", [0, 1, 3, 20, 21, 40, 1000])
def test_leafing_forward_shows_every_row_once_in_order(many):
    rows = make(many)
    pages = walk()
    assert [row for page in pages for row in page.items] == rows
    assert len(pages) == max(1, -(-many // 20))
    assert pages[0].newer_token == ""


def test_leafing_back_shows_the_same_pages():
    make(103)
    pages = walk()
    token = pages[-1].newer_token
    for expected in reversed(pages[:-1]):
        page = page_of(Happening.objects.all(), order=NEWEST_FIRST, before=token)
        assert page.items == expected.items
        assert page.older_token
        token = page.newer_token
    assert token == ""


@pytest.mark.parametrize("order", [("at", "-pk"), ("-at", "pk"), ("pk",), ("-what", "at", "pk")])
def test_every_order_is_kept(order):
    make(50)
    items = [row for page in walk(order, size=7) for row in page.items]
    assert items == list(Happening.objects.order_by(*order))


def test_annotations_and_plain_rows_can_be_paged():
    make(30)
    rows = Happening.objects.annotate(length=Length("about"), same=Value("x")).values(
        "length", "same", "pk"
    )
    items = [row for page in walk(("-length", "same", "pk"), 4, rows) for row in page.items]
    assert items == list(rows.order_by("-length", "same", "pk"))


def test_a_row_that_comes_meanwhile_moves_nothing():
    rows = make(40)
    first = page_of(Happening.objects.all(), order=NEWEST_FIRST)
    HappeningFactory(at=NOON + timedelta(days=1))

    second = page_of(Happening.objects.all(), order=NEWEST_FIRST, after=first.older_token)

    assert [row.pk for row in second.items] == [row.pk for row in rows[20:]]


def test_going_back_to_less_than_a_page_shows_the_first_page_whole():
    rows = make(30)
    third = json.dumps([rows[3].at.isoformat(), rows[3].pk])
    token = base64.urlsafe_b64encode(third.encode()).decode()

    page = page_of(Happening.objects.all(), order=NEWEST_FIRST, before=token)

    assert page.items == rows[:20]
    assert page.newer_token == ""


@pytest.mark.parametrize("many", [1, 3, 1000])
def test_a_page_costs_one_query_however_long_the_list(many, django_assert_num_queries):
    rows = make(many)
    middle = json.dumps([rows[many // 2].at.isoformat(), rows[many // 2].pk])
    token = base64.urlsafe_b64encode(middle.encode()).decode()
    with django_assert_num_queries(1):
        page_of(Happening.objects.all(), order=NEWEST_FIRST, after=token)


def place(values):
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


@pytest.mark.parametrize(
    "broken",
    [
        "%%%",
        "a",
        "bnVsbA",
        place({}),
        place([]),
        place(["2026-05-17", 1, 2]),
        place(["yesterday", 1]),
        place([None, 1]),
        place(["2026-05-17T12:00:00+00:00", "x\x00"]),
        place([[], {}]),
        place(["2026-99-17T12:00:00+00:00", 1]),
        place(["2026-05-17T12:00:00", 1]),
        place(["2026-05-17", 1]),
        place(["0001-01-01T00:00:00+14:00", 1]),
        place(["9999-12-31T23:59:59-14:00", 1]),
        "é" * 10,
    ],
)
def test_a_broken_token_gives_the_first_page(broken):
    rows = make(3)
    for way in ("after", "before"):
        page = page_of(Happening.objects.all(), order=NEWEST_FIRST, **{way: broken})
        assert page.items == rows


@given(token=st.text(max_size=40))
def test_no_token_is_a_fault(token):
    page_of(Happening.objects.all(), order=("-what", "-at", "-pk"), after=token)


@pytest.mark.parametrize("number", [2**31, 2**63, 10**40, -(10**40)])
def test_a_number_no_database_knows_is_no_fault(number):
    rows = make(3)
    page = page_of(Happening.objects.all(), order=("-pk",), after=place([number]))
    assert page.items in ([], rows)


@pytest.mark.parametrize("said", ["half \ud800", "nul \x00", "ok"])
def test_a_text_no_database_takes_is_no_fault(said):
    make(3)
    page_of(Happening.objects.all(), order=("what", "pk"), after=place([said, 1]))


def test_a_list_is_not_paged_by_something_empty():
    HappeningFactory(by=None)
    HappeningFactory(by=None)
    with pytest.raises(ValueError, match="“by” is empty"):
        page_of(Happening.objects.all(), order=("by", "pk"), size=1)


def test_addresses_keep_what_else_was_asked_for(rf):
    make(60)
    asked = rf.get("/list/?topic=water&topic=snow&after=" + walk()[0].older_token)
    page = page_for(asked, Happening.objects.all(), order=NEWEST_FIRST)
    assert page.older_url == f"/list/?topic=water&topic=snow&after={page.older_token}"
    assert page.newer_url == f"/list/?topic=water&topic=snow&before={page.newer_token}"
    first = page_for(rf.get("/list/"), Happening.objects.all(), order=NEWEST_FIRST)
    assert first.newer_url == ""
