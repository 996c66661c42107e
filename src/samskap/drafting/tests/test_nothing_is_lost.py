"""What could lose somebody’s words: a paragraph taken out, an old page, an unknown version."""

import pytest

from samskap.drafting import actions
from samskap.drafting.actions import Clash
from samskap.drafting.errors import NothingChanges
from samskap.drafting.models import Change
from samskap.drafting.queries import text_now
from samskap.testing.factories.drafting import BUS, change, paragraph, writer_of
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
LATE = BUS.replace("eight", "eleven")


def said(text) -> list[str]:
    """What a text says now."""
    return [placed.text for placed in text_now(text)]


def taken_out(bus):
    """Take a paragraph out, while others have its first wording before them."""
    hand = writer_of(bus.document)
    actions.remove_paragraph(paragraph=bus, hand=hand, why="Elsewhere.", base_version=1)


def test_words_for_a_paragraph_that_was_taken_out_meanwhile_can_bring_it_back(client, text, bus):
    client.force_login(text.writers.get())
    path = f"/drafting/paragraphs/{bus.pk}/write/"
    typed = {"text": LATE, "why": "Later.", "hand": "self:resident", "base_version": "1"}
    taken_out(bus)

    for words in (LATE, BUS):  # also where nothing was changed, the words are still wanted
        page = client.post(path, typed | {"text": words})
        assert page.context["clash"].mine == words
        assert page.context["form"]["text"].value() == words
        assert said(text) == []
    assert "Bring it back" in client.get(bus.get_absolute_url()).text
    assert client.get(path).context["form"]["text"].value() == BUS
    client.post(path, typed | {"base_version": page.context["clash"].now.version})

    assert said(text) == [LATE]


def test_a_version_that_never_was_is_a_clash_and_no_fault(client, text, bus):
    client.force_login(text.writers.get())
    typed = {"text": LATE, "why": "Later.", "hand": "self:resident", "base_version": "77"}

    page = client.post(f"/drafting/paragraphs/{bus.pk}/write/", typed)

    assert page.context["clash"].now.version == 1
    assert page.context["form"]["text"].value() == LATE


def test_whoever_accepts_with_changes_writes_over_nobody(text, bus):
    one, by = change(bus), writer_of(text).by
    yes = {"change": one, "by": by, "state": Change.State.ACCEPTED_CHANGED, "answer": "Nearly."}
    late = BUS.replace("eight", "nine")
    hand = writer_of(text)
    actions.write(paragraph=bus, hand=hand, text=late, why="Nine.", base_version=1)

    unread = actions.decide_change(text=BUS.replace("eight", "ten"), **yes)
    actions.remove_paragraph(paragraph=bus, hand=hand, why="Elsewhere.", base_version=2)
    as_it_was = actions.decide_change(text=late, base_version=2, **yes)

    assert isinstance(unread, Clash)
    assert isinstance(as_it_was, Clash)
    one.refresh_from_db()
    assert one.is_open
    assert said(text) == []
    actions.decide_change(text=late, base_version=as_it_was.now.version, **yes)
    assert said(text) == [late]


def test_an_edition_that_two_make_at_once_becomes_two(text, bus):
    one, another = text.writers.get(), PersonFactory()
    text.writers.add(another)
    made = {"document": text, "why": "Read on Monday.", "number": 1}

    for _press in range(2):
        actions.publish_edition(name="Spring", by=one, **made)
        actions.publish_edition(name="The draft for the board", by=another, **made)

    names = list(text.editions.order_by("number").values_list("number", "name"))
    assert names == [(1, "Spring"), (2, "The draft for the board")]


def test_a_paragraph_moves_only_to_where_somebody_said(client, text, bus):
    second, third = paragraph(text, "Second."), paragraph(text, "Third.")
    client.force_login(text.writers.get())
    taken_out(second)

    for where in ("", "x", f"{second.pk}", "9" * 30):
        client.post(f"/drafting/paragraphs/{third.pk}/place/", {"after": where})

    assert said(text) == [BUS, "Third."]


def test_words_that_are_as_they_were_read_propose_nothing(text, bus):
    late = {"text": LATE, "why": "Later.", "base_version": 1}
    actions.write(paragraph=bus, hand=writer_of(text), **late)

    for words in (BUS, LATE):
        with pytest.raises(NothingChanges):
            change(bus, text=words, base_version=1)


def test_whoever_may_write_no_longer_has_their_words_handed_back(client, text, bus):
    another = PersonFactory()
    text.writers.add(another)
    client.force_login(another)
    typed = {"text": LATE, "why": "Later.", "hand": "self:resident", "base_version": "1"}
    actions.let_writer_go(document=text, person=another, by=text.writers.first())

    page = client.post(f"/drafting/paragraphs/{bus.pk}/write/", typed)

    assert page.status_code == 403
    assert LATE in page.text
    assert said(text) == [BUS]
