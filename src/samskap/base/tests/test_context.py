import pytest
from django.urls import reverse

from samskap.base.context import frame

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/initiatives/raise/", ["/initiatives/raise/"]),
        ("/initiatives/", ["/initiatives/"]),
        ("/initiatives/a-bench/", ["/initiatives/"]),
        ("/", []),
    ],
)
def test_one_entry_of_the_menu_is_where_the_reader_is(rf, path, current):
    menu = frame(rf.get(path))["menu"]

    assert [url for _title, url, is_current in menu if is_current] == current
    assert reverse("initiatives:list") in [url for _title, url, _is_current in menu]
