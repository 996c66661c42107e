"""The pages of notices."""

import pytest
from django.utils import timezone

from samskap.notices.models import Limits, Notice
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.notices import NoticeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(client, municipality):
    person = PersonFactory(given_name="Ada")
    client.force_login(person)
    return person


def queries_for(client, address, django_assert_max_num_queries):
    client.get(address)  # the first page of a session writes it
    with django_assert_max_num_queries(100) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


def test_the_list_costs_the_same_for_one_three_and_a_thousand(
    client, ada, municipality, django_assert_max_num_queries
):
    costs = []
    for rows in (1, 2, 997):
        NoticeFactory.create_batch(rows, person=ada, municipality=municipality)
        costs.append(queries_for(client, "/notices/", django_assert_max_num_queries))

    assert len(set(costs)) == 1
    assert costs[0] <= 6


def test_the_list_is_leafed_through_without_a_gap(client, ada, municipality):
    NoticeFactory.create_batch(45, person=ada, municipality=municipality)
    seen, address = [], "/notices/"
    while address:
        page = client.get(address).context["page"]
        seen += [notice.pk for notice in page.items]
        address = page.older_url

    assert seen == sorted(Notice.objects.values_list("pk", flat=True), reverse=True)


def test_the_frame_says_how_many_are_unread(client, ada, municipality):
    NoticeFactory.create_batch(2, person=ada, municipality=municipality)
    NoticeFactory(person=ada, municipality=municipality, read_at=timezone.now())
    NoticeFactory(municipality=municipality)
    NoticeFactory(person=ada)

    assert client.get("/notices/").context["unread_notices"] == 2
    client.logout()
    assert "unread_notices" not in client.get("/people/sign-in/").context


def test_opening_a_notice_marks_it_and_leads_on(client, ada, municipality):
    notice = NoticeFactory(person=ada, municipality=municipality, path="/ideas/7/?x=1")

    assert client.get(f"/notices/{notice.pk}/open/").status_code == 405
    answer = client.post(f"/notices/{notice.pk}/open/")

    notice.refresh_from_db()
    assert answer.url == "/ideas/7/?x=1"
    assert notice.read_at is not None


def test_a_notice_leads_nowhere_else(client, ada, municipality):
    notice = NoticeFactory(person=ada, municipality=municipality, path="//evil.example/")

    assert client.post(f"/notices/{notice.pk}/open/").url == "/"


def test_what_others_were_told_is_not_there(client, ada, municipality):
    of_another = NoticeFactory(municipality=municipality, label="Secret to Bo")
    elsewhere = NoticeFactory(person=ada, municipality=MunicipalityFactory(), label="Elsewhere")

    page = client.get("/notices/").content.decode()

    assert "Secret to Bo" not in page
    assert "Elsewhere" not in page
    for notice in (of_another, elsewhere):
        assert client.post(f"/notices/{notice.pk}/open/").status_code == 404
        notice.refresh_from_db()
        assert notice.read_at is None


def test_all_are_marked_with_one_press(client, ada, municipality):
    NoticeFactory.create_batch(3, person=ada, municipality=municipality)

    client.post("/notices/read/")

    assert client.get("/notices/").context["unread_notices"] == 0


def test_limits_are_chosen_between_one_and_fifty(client, ada):
    page = client.post("/notices/limits/", {"mail": "at_once", "mails_a_week": 0})
    assert page.status_code == 200
    assert "Choose between 1 and 50 e-mails a week." in page.content.decode()

    client.post("/notices/limits/", {"mail": "never", "mails_a_week": 3})

    limits = Limits.objects.get(person=ada)
    assert (limits.mail, limits.mails_a_week) == ("never", 3)


@pytest.mark.parametrize("address", ["/notices/", "/notices/limits/"])
def test_only_somebody_who_is_signed_in_has_notices(client, municipality, address):
    answer = client.get(address)

    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/people/sign-in/")


def test_what_is_told_is_never_read_as_html(client, ada, municipality):
    NoticeFactory(person=ada, municipality=municipality, label="<img src=x>", text="<b>hi</b>")

    page = client.get("/notices/").content.decode()

    assert "<img src=x>" not in page
    assert "&lt;b&gt;hi&lt;/b&gt;" in page
