import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.initiatives.models import Statement
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative(municipality):
    return InitiativeFactory(municipality=municipality)


def said(**more):
    return {
        "by_whom": "The union of library staff",
        "stance": "on_terms",
        "says": "Eighteen hours a week stay with staff. Then we stand behind it.",
        "said_on": timezone.localdate().isoformat(),
        "source": "https://example.org/statement.pdf",
    } | more


def test_a_statement_stands_word_for_word_beside_the_displacement_check(client, initiative):
    client.force_login(initiative.raised_by)
    path = reverse("initiatives:statements", args=[initiative.slug])

    client.post(path, said())

    client.logout()
    for page in (client.get(path).text, client.get(initiative.get_absolute_url()).text):
        assert "Agrees, on these terms" in page
        assert "Eighteen hours a week stay with staff." in page
    assert 'href="https://example.org/statement.pdf"' in client.get(path).text


def test_what_is_not_said_yet_is_not_attached_and_what_was_typed_stays(client, initiative):
    client.force_login(initiative.raised_by)

    page = client.post(
        reverse("initiatives:statements", args=[initiative.slug]), said(said_on="2199-01-01")
    ).text

    assert "The day lies ahead of us." in page
    assert "Eighteen hours a week" in page
    assert not Statement.objects.exists()


def test_others_do_not_attach_anything(client, initiative):
    client.force_login(PersonFactory())

    answer = client.post(reverse("initiatives:statements", args=[initiative.slug]), said())

    assert answer.status_code == 403
    assert not Statement.objects.exists()
