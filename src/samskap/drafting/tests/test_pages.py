"""The pages of joint texts."""

import pytest

from samskap.drafting.models import Change, Document
from samskap.drafting.queries import text_now
from samskap.testing.factories.drafting import BUS, change, document, edition, paragraph
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    return document()


@pytest.fixture
def bus(text):
    return paragraph(text)


def said(text) -> list[str]:
    """What a text says now."""
    return [placed.text for placed in text_now(text)]


def test_a_resident_proposes_and_a_writer_takes_it_in(client, text, bus):
    resident = PersonFactory()
    client.force_login(resident)
    page = client.get(f"/drafting/paragraphs/{bus.pk}/propose/")
    form = page.context["form"]
    typed = {
        "what": "reword",
        "text": BUS.replace("eight", "eleven"),
        "reason": "The cinema ends at ten.",
        "hand": "self:resident",
        "public_id": str(form.initial["public_id"]),
        "base_version": "1",
    }

    for _press in range(2):
        client.post(f"/drafting/paragraphs/{bus.pk}/propose/", typed)
    proposed = Change.objects.get()
    refused = client.post(f"/drafting/changes/{proposed.pk}/decide/", {"state": "accepted"})
    client.force_login(text.writers.get())
    client.post(f"/drafting/changes/{proposed.pk}/decide/", {"state": "accepted"})

    assert refused.status_code == 403
    assert said(text) == [BUS.replace("eight", "eleven")]
    assert resident.notices.filter(kind="ledger.used").exists()


def test_what_was_typed_stays_beside_what_somebody_else_wrote(client, text, bus):
    writer = text.writers.get()
    client.force_login(writer)
    path = f"/drafting/paragraphs/{bus.pk}/write/"
    plain = {"why": "Later.", "hand": "self:resident", "base_version": "1"}

    client.post(path, plain | {"text": BUS.replace("eight", "ten")})
    page = client.post(path, plain | {"text": BUS.replace("eight", "eleven")})

    assert page.context["clash"].now.version == 2
    assert page.context["form"]["text"].value() == BUS.replace("eight", "eleven")
    assert said(text) == [BUS.replace("eight", "ten")]

    client.post(path, plain | {"text": BUS.replace("eight", "eleven"), "base_version": "2"})

    assert said(text) == [BUS.replace("eight", "eleven")]


def test_a_text_is_kept_put_in_order_and_settled(client, text, bus):
    client.force_login(text.writers.get())
    second = paragraph(text, "Second.")
    path = f"/drafting/{text.pk}/keep/"

    for _press in range(2):
        client.post(path, {"what": "edition", "number": "1", "name": "Spring", "why": "Voted."})
    client.post(f"/drafting/paragraphs/{second.pk}/place/", {"after": "0"})
    client.post(
        f"/drafting/paragraphs/{bus.pk}/remove/", {"base_version": "1", "reason": "Elsewhere."}
    )
    client.post(path, {"what": "settle"})

    assert [kept.contents for kept in text.editions.all()] == [[[bus.pk, 1], [second.pk, 1]]]
    assert said(text) == ["Second."]
    assert Document.objects.get().state == "settled"


def test_the_page_of_a_text_says_what_waits_about_each_paragraph(client, text, bus):
    change(bus)
    edition(text)

    page = client.get(text.get_absolute_url())

    assert "1 proposed change" in page.content.decode()
    assert f'id="p{bus.number}"' in page.content.decode()
