"""The pages of notices."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.base.modules import all_modules
from samskap.notices import queries
from samskap.notices.models import Limits, Notice
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.notices import LimitsFactory, NoticeFactory
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

    assert f'href="/notices/{notice.pk}/open/"' in client.get("/notices/").content.decode()
    answer = client.get(f"/notices/{notice.pk}/open/")

    notice.refresh_from_db()
    assert answer.url == "/ideas/7/?x=1"
    assert notice.read_at is not None


def test_a_notice_leads_nowhere_else(client, ada, municipality):
    notice = NoticeFactory(person=ada, municipality=municipality, path="//evil.example/")

    assert client.get(f"/notices/{notice.pk}/open/").url == "/"


def test_what_others_were_told_is_not_there(client, ada, municipality):
    of_another = NoticeFactory(municipality=municipality, label="Secret to Bo")
    elsewhere = NoticeFactory(person=ada, municipality=MunicipalityFactory(), label="Elsewhere")

    page = client.get("/notices/").content.decode()

    assert "Secret to Bo" not in page
    assert "Elsewhere" not in page
    for notice in (of_another, elsewhere):
        assert client.get(f"/notices/{notice.pk}/open/").status_code == 404
        notice.refresh_from_db()
        assert notice.read_at is None


def test_all_are_marked_with_one_press(client, ada, municipality):
    NoticeFactory.create_batch(3, person=ada, municipality=municipality)

    client.post("/notices/read/")

    assert client.get("/notices/").context["unread_notices"] == 0


def chosen(**more):
    subjects = [module.key for module in all_modules() if module.tells]
    ways = {f"way_{subject}": "mail" for subject in subjects}
    return {"mail": "at_once", "mails_a_week": 7} | ways | more


def test_limits_are_chosen_between_one_and_fifty(client, ada):
    page = client.post("/notices/limits/", chosen(mails_a_week=0))
    assert page.status_code == 200
    assert "Choose between 1 and 50 e-mails a week." in page.content.decode()

    client.post("/notices/limits/", chosen(mail="weekly", mails_a_week=3, way_ledger="here"))

    limits = Limits.objects.get(person=ada)
    assert (limits.mail, limits.mails_a_week) == ("weekly", 3)
    assert queries.ways_of(ada)["ledger"] == "here"


def test_subjects_are_folded_until_one_is_heard_of_in_its_own_way(client, ada):
    plain = client.get("/notices/limits/").text
    client.post("/notices/limits/", chosen(way_ideas="here"))
    own = client.get("/notices/limits/").text

    assert '<details class="folded"><summary>Choose for each subject</summary>' in plain
    assert '<details class="folded" open><summary>Choose for each subject</summary>' in own


def test_sms_is_offered_only_where_there_is_a_gateway_and_a_number(client, ada, settings):
    assert "By SMS" not in client.get("/notices/limits/").content.decode()
    assert client.post("/notices/limits/", chosen(way_ledger="sms")).status_code == 200
    assert client.get("/notices/limits/phone/").status_code == 409

    settings.SMS_GATEWAY_URL = "http://127.0.0.1:9/"
    LimitsFactory(person=ada, phone="+4791234567")

    assert "By SMS" in client.get("/notices/limits/").content.decode()
    assert client.post("/notices/limits/", chosen(way_ledger="sms")).status_code == 302
    client.post("/notices/limits/phone/forget/")
    assert Limits.objects.get(person=ada).phone == ""
    assert queries.ways_of(ada)["ledger"] == "mail"


def test_new_and_read_notices_look_different(client, ada, municipality):
    NoticeFactory(person=ada, municipality=municipality)
    NoticeFactory(person=ada, municipality=municipality, read_at=timezone.now())

    page = client.get("/notices/").content.decode()

    assert page.count('class="told__new"') == 1
    assert page.count("<b>New</b>") == 1


def test_what_happened_meanwhile_stands_by_subject(client, ada, municipality):
    NoticeFactory(person=ada, municipality=municipality, kind="ledger.used", label="Used")
    old = timezone.now() - timedelta(days=15)
    NoticeFactory(person=ada, municipality=municipality, label="Long ago", at=old)

    page = client.get("/notices/since/").content.decode()

    assert "<h2>Contributions</h2>" in page
    assert "Long ago" not in page
    client.post("/notices/since/seen/")
    assert "Nothing has happened since" in client.get("/notices/since/").content.decode()


@pytest.mark.parametrize("address", ["/notices/", "/notices/limits/", "/notices/since/"])
def test_only_somebody_who_is_signed_in_has_notices(client, municipality, address):
    answer = client.get(address)

    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/people/sign-in/")


def test_what_is_told_is_never_read_as_html(client, ada, municipality):
    NoticeFactory(person=ada, municipality=municipality, label="<img src=x>", text="<b>hi</b>")

    page = client.get("/notices/").content.decode()

    assert "<img src=x>" not in page
    assert "&lt;b&gt;hi&lt;/b&gt;" in page
