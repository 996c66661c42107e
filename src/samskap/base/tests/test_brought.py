"""Rows that come along are the rows themselves, in one question."""

from decimal import Decimal

import pytest
from django.db.models import Count, OuterRef

from samskap.base.brought import Brought
from samskap.base.prepared import Prepared
from samskap.ledger.models import Account, Contribution, Standing
from samskap.municipalities.models import HostName, Municipality
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.municipalities import MunicipalityFactory

pytestmark = pytest.mark.django_db


def values_of(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_every_kind_of_field_comes_as_it_is(django_assert_num_queries):
    first = contribution(amount=Decimal("2.5"), kind="work", is_input=True)
    contribution(account=first.account)
    asked = Prepared(
        lambda key: Account.objects.filter(pk=key).annotate(
            rows_=Brought(Contribution.objects.filter(account=OuterRef("pk")).order_by("number")),
            standings_=Brought(Standing.objects.filter(account=OuterRef("pk")).order_by("pk")),
        ),
        key=int,
    )

    with django_assert_num_queries(1):
        found = asked.first(key=first.account_id)

    meant = list(Contribution.objects.filter(account=first.account_id).order_by("number"))
    assert found.rows_ == meant
    assert [values_of(row) for row in found.rows_] == [values_of(row) for row in meant]
    assert [values_of(row) for row in found.standings_] == [
        values_of(row) for row in Standing.objects.order_by("pk")
    ]


def test_what_is_json_and_what_is_annotated_come_too():
    here = MunicipalityFactory(languages=["nb", "en"], ladder_strictness={"cci": 40})
    HostName.objects.create(municipality=here, host="second.example.org")
    others = Municipality.objects.filter(pk=OuterRef("municipality")).annotate(
        hosts=Count("host_names")
    )

    found = HostName.objects.annotate(homes=Brought(others)).first()

    assert [home.languages for home in found.homes] == [["nb", "en"]]
    assert [home.ladder_strictness for home in found.homes] == [{"cci": 40}]
    assert [home.hosts for home in found.homes] == [here.host_names.count()]


def test_where_there_are_no_rows_the_list_is_empty():
    here = MunicipalityFactory()
    nobody = Contribution.objects.filter(municipality=OuterRef("pk"))

    assert Municipality.objects.annotate(given=Brought(nobody)).get(pk=here.pk).given == []
