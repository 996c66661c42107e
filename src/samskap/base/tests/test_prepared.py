"""A question that is put into SQL once answers as the question itself does."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db.models import F, Q

from samskap.base.models import Happening
from samskap.base.prepared import Prepared, insert
from samskap.ledger.models import PhaseSum
from samskap.testing.factories.ledger import AccountFactory

pytestmark = pytest.mark.django_db

BY = UUID("12345678123456781234567812345678")
EARLY, LATE = datetime(2026, 1, 1, 8, tzinfo=UTC), datetime(2026, 6, 1, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def happenings():
    Happening.objects.bulk_create(
        [
            Happening(municipality_key=1, what="a.b", by=BY, about="x:1", within="y:1", at=EARLY),
            Happening(municipality_key=1, what="a.c", by=None, about="x:2", within="y:1", at=LATE),
            Happening(municipality_key=2, what="a.b", by=BY, about="x:3", within="y:2", at=LATE),
        ]
    )


def test_rows_come_as_the_question_itself_gives_them():
    def build(key, what):
        return Happening.objects.filter(municipality_key=key, what=what).annotate(
            twice=F("municipality_key") * 2
        )

    asked = Prepared(build, key=int, what=str)

    for key, what in [(1, "a.b"), (2, "a.b"), (1, "a.c"), (2, "a.c")]:
        found, meant = asked.all(key=key, what=what), list(build(key, what))
        assert found == meant
        assert [vars(row) | {"_state": 0} for row in found] == [
            vars(row) | {"_state": 0} for row in meant
        ]


@pytest.mark.parametrize(
    ("build", "value"),
    [
        (lambda value: Happening.objects.filter(by=value), BY),
        (lambda value: Happening.objects.filter(at__gt=value), EARLY),
        (lambda value: Happening.objects.filter(at__date=value), date(2026, 6, 1)),
        (lambda value: Happening.objects.filter(Q(pk=value) | Q(what="a.c")), 1),
    ],
)
def test_every_kind_of_value_finds_its_place(build, value):
    asked = Prepared(lambda value: build(value).order_by("pk"), value=type(value))

    assert asked.all(value=value) == list(build(value).order_by("pk"))


def test_values_come_as_rows_or_alone():
    pairs = Prepared(
        lambda key: Happening.objects.filter(municipality_key=key).values_list("what", "by"),
        key=int,
    )
    alone = Prepared(
        lambda key: Happening.objects.filter(municipality_key=key).values_list("at", flat=True),
        key=int,
    )

    assert sorted(pairs.all(key=1), key=str) == [("a.b", BY), ("a.c", None)]
    assert sorted(alone.all(key=1)) == [EARLY, LATE]
    assert pairs.first(key=3) is None


def test_a_value_is_never_read_as_sql():
    asked = Prepared(lambda what: Happening.objects.filter(what=what), what=str)

    assert asked.all(what="' OR 1=1 --") == []


def test_the_sql_is_written_once(django_assert_num_queries):
    written = []

    def build(what):
        written.append(what)
        return Happening.objects.filter(what=what)

    asked = Prepared(build, what=str)
    with django_assert_num_queries(3):
        for what in ("a.b", "a.c", "a.d"):
            asked.all(what=what)

    assert len(written) == 1


def test_a_value_that_is_not_compared_as_it_is_is_refused_at_once():
    asked = Prepared(lambda what: Happening.objects.filter(what__contains=what), what=str)

    with pytest.raises(AssertionError, match="what"):
        asked.all(what="a")


def test_a_row_is_inserted_as_it_would_be_saved():
    saved = Happening(municipality_key=7, what="a.d", by=BY, about="x:4", at=LATE)
    inserted = Happening(municipality_key=7, what="a.d", by=BY, about="x:4", at=LATE)

    saved.save()
    insert(inserted)

    found = Happening.objects.filter(municipality_key=7).order_by("pk")
    assert list(found) == [saved, inserted]
    one, other = found.values("what", "by", "about", "within", "at")
    assert one == other
    assert not inserted._state.adding


def test_what_is_there_already_can_grow_instead():
    account = AccountFactory()
    grown = "ON CONFLICT (account_id, phase) DO UPDATE SET inputs = ledger_phasesum.inputs + 1"

    for _ in range(3):
        insert(PhaseSum(account=account, phase="define", inputs=1), otherwise=grown)

    assert [each.inputs for each in PhaseSum.objects.filter(account=account)] == [3]
