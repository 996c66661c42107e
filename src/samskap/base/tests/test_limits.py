"""How much one may write, and what can be meant."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from samskap.base.limits import DayField, RowsField
from samskap.places.models import Area
from samskap.testing.factories.places import AreaFactory


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["9" * 40, "-" + "9" * 40, "x", ""])
def test_what_can_be_the_key_of_no_row_is_refused(key):
    with pytest.raises(ValidationError):
        RowsField(Area.objects.all()).clean([str(AreaFactory().pk), key])


@pytest.mark.django_db
def test_rows_are_found_by_their_keys():
    area = AreaFactory()

    assert list(RowsField(Area.objects.all()).clean([str(area.pk)])) == [area]
    assert list(RowsField(Area.objects.all(), required=False).clean([])) == []


@pytest.mark.parametrize("day", ["0001-01-01", "1699-12-31", "2201-01-01", "9999-12-31"])
def test_a_day_that_nobody_means_is_refused(day):
    with pytest.raises(ValidationError) as refused:
        DayField().clean(day)

    assert refused.value.messages == ["Choose a day between 1700 and 2200."]


def test_a_day_that_can_be_meant_is_taken():
    assert DayField().clean("1838-01-01") == date(1838, 1, 1)
    assert DayField(required=False).clean("") is None
