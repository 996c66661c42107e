"""An answer given at the desk, as it arrives at a real mail server."""

import re

import pytest
from django.test import Client
from django.utils import translation

from samskap.base.queue.worker import work_off
from samskap.notices.models import Limits
from samskap.notices.tests.conftest import postbox  # noqa: F401 - a fixture
from samskap.people.models import Role
from samskap.testing.factories.desk import errand
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_an_answer_arrives_in_the_giver_s_language_and_its_links_work(
    client,
    municipality,
    postbox,  # noqa: F811
    language,
):
    facilitator = RoleFactory(
        municipality=municipality, role=Role.Name.FACILITATOR, person__language="en"
    ).person
    giver = PersonFactory(language=language)
    given = errand(municipality=municipality, person=giver, title="Badebrygge på Nesset")
    client.force_login(facilitator)

    client.post(
        "/desk/answers/write/", {"given": given.pk, "status": "used", "text": "Vi byggjer i vår."}
    )
    work_off()

    [letter] = postbox.letters
    text = letter.get_content()
    with translation.override(language):
        said = translation.gettext("“{caption}” is being used.")
        assert said.format(caption="Badebrygge på Nesset") in text
        assert translation.gettext("Read more:") in text
    assert "Vi byggjer i vår." in text
    links = [link.removeprefix("http://testserver") for link in re.findall(r"http://\S+", text)]
    assert len(links) == 3
    reader = Client()
    reader.force_login(giver)
    assert [reader.get(link).status_code for link in links] == [200, 200, 200]
    page = reader.get(links[0])
    assert "Vi byggjer i vår." in page.text

    button = letter["List-Unsubscribe"].strip().strip("<>").removeprefix("http://testserver")
    pressed = Client(enforce_csrf_checks=True).post(button, {"List-Unsubscribe": "One-Click"})
    assert pressed.status_code == 200
    assert Limits.objects.get(person=giver).mail == "never"
