"""The pages of joint texts."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from samskap.conversations.actions.talking import say
from samskap.conversations.models import Comment, Thread
from samskap.drafting.actions import remove_paragraph, write
from samskap.drafting.actions.shared import row_of
from samskap.drafting.models import Change, Document, Paragraph, Wording
from samskap.drafting.printing import lines_of
from samskap.drafting.queries import text_now
from samskap.drafting.talk import about_paragraph
from samskap.ledger.actions import touch
from samskap.testing.factories.drafting import BUS, change, edition, paragraph, writer_of
from samskap.testing.factories.ledger import contribution
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


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


def test_any_contribution_is_found_as_a_cause_however_many_there_are(client, text):
    client.force_login(text.writers.get())
    given = [
        contribution(account=text.initiative.account, caption=f"Statement {number}")
        for number in range(45)
    ]
    path = f"/drafting/{text.pk}/add/"

    looked_for = {"find": "yes", "q": "Statement 0", "text": BUS, "causes": [given[9].pk]}
    plain, found = client.get(path), client.post(path, looked_for)
    client.post(
        path,
        {
            "kind": "text",
            "text": BUS,
            "why": "Said.",
            "after": "end",
            "causes": [given[0].pk],
            "hand": "self:resident",
            "public_id": str(UUID(int=7)),
        },
    )

    offered = [dict(page.context["form"].fields["causes"].choices) for page in (plain, found)]
    assert [str(given[0].pk) in each for each in offered] == [False, True]
    assert found.context["form"]["text"].value() == BUS  # what was typed stays, and what was ticked
    assert found.context["form"]["causes"].value() == [f"{given[9].pk}"]
    bus = text_now(text)[0].paragraph
    assert client.post(path, looked_for | {"q": "a\0b"}).status_code == 200
    again = client.post(f"/drafting/paragraphs/{bus.pk}/write/", looked_for | {"text": "Typed."})
    assert again.context["form"]["text"].value() == "Typed."
    assert said(text) == [BUS]
    [placed] = text_now(text)
    assert [cause.contribution for cause in placed.wording.causes.all()] == [given[0]]


def test_a_text_is_kept_put_in_order_and_settled(client, text, bus):
    client.force_login(text.writers.get())
    second = paragraph(text, "Second.")
    path = f"/drafting/{text.pk}/keep/"

    for _press in range(2):
        client.post(path, {"what": "edition", "number": "1", "name": "Spring", "why": "Voted."})
    client.post(f"/drafting/paragraphs/{second.pk}/place/", {"after": "top"})
    client.post(
        f"/drafting/paragraphs/{bus.pk}/remove/", {"base_version": "1", "reason": "Elsewhere."}
    )
    client.post(path, {"what": "settle"})

    assert [kept.contents for kept in text.editions.all()] == [[[bus.pk, 1], [second.pk, 1]]]
    assert said(text) == ["Second."]
    assert Document.objects.get().state == "settled"


def test_what_waits_stands_on_the_desk_of_its_writers_alone(client, text, bus):
    open_one = change(bus)
    client.force_login(text.writers.get())
    mine = client.get("/desk/").content.decode()
    client.force_login(open_one.contribution.giver.person)
    theirs = client.get("/desk/").content.decode()

    assert open_one.get_absolute_url() in mine
    assert "New wording: The bus runs every hour" in mine
    assert open_one.get_absolute_url() not in theirs


def test_the_page_of_a_text_says_what_waits_about_each_paragraph(client, text, bus):
    change(bus)
    edition(text)

    page = client.get(text.get_absolute_url())

    assert "1 proposed change" in page.content.decode()
    assert f'id="p{bus.number}"' in page.content.decode()


def test_what_is_said_of_a_paragraph_survives_its_wordings_and_says_which_it_was(client, text, bus):
    hand = writer_of(text)
    for form_key, version in enumerate((1, 2), 1):
        say(
            subject=about_paragraph(bus),
            hand=hand,
            text=f"About {version}.",
            language="en",
            form_key=UUID(int=form_key),
        )
        late = BUS.replace("eight", f"{8 + version}")
        write(paragraph=bus, hand=hand, text=late, why="Later.", base_version=version)

    page = client.get(bus.get_absolute_url()).content.decode()

    assert "About 1." in page
    assert page.count("said about version 1") == page.count("said about version 2") == 1


def test_any_two_wordings_of_a_paragraph_are_read_beside_each_other(client, text, bus):
    assert 'id="compare"' not in client.get(bus.get_absolute_url()).text
    hand = writer_of(text)
    for version, hour in enumerate(("nine", "ten", "eleven"), 1):
        late = {"text": BUS.replace("eight", hour), "why": f"Until {hour}.", "hand": hand}
        write(paragraph=bus, base_version=version, **late)

    shown = client.get(bus.get_absolute_url(), {"old": "1", "new": "3"})
    back = client.get(bus.get_absolute_url(), {"old": "4", "new": "2"}).context["compared"]
    same = client.get(bus.get_absolute_url(), {"old": "2", "new": "2"})

    compared = shown.context["compared"]
    changed = [run.text for run in compared.runs if run.kind != "same"]
    assert changed == ["eight", "ten"]
    assert compared.whys == [(2, "Until nine."), (3, "Until ten.")]
    assert "From version 1 to version 3" in shown.text
    assert [run.text for run in back.runs if run.kind != "same"] == ["eleven", "nine"]
    assert "Both say the same." in same.text
    assert client.get(bus.get_absolute_url()).context["compared"] is None


def test_a_long_text_that_is_much_discussed_opens_in_constant_queries(client, text):
    hand = writer_of(text)
    client.force_login(hand.by)

    def grow(paragraphs, comments):
        """Write paragraphs at once, each with so many comments and one proposed change."""
        first = text.paragraphs.count() + 1
        made = Paragraph.objects.bulk_create(
            Paragraph(municipality=text.municipality, document=text, number=n, place=n)
            for n in range(first, first + paragraphs)
        )
        row = row_of(text, hand)
        Wording.objects.bulk_create(
            Wording(
                municipality=text.municipality,
                paragraph=each,
                version=1,
                text=f"Paragraph {each.number}: {BUS}",
                why="Because.",
                contribution=row,
            )
            for each in made
        )
        threads = Thread.objects.bulk_create(
            Thread(
                municipality=text.municipality,
                initiative=text.initiative,
                kind="paragraph",
                key=each.pk,
                path=each.get_absolute_url(),
                comments_shown=comments,
            )
            for each in made
        )
        Comment.objects.bulk_create(
            Comment(
                municipality=text.municipality,
                thread=thread,
                by=hand.by,
                giver=hand.giver,
                actor_kind="resident",
                text=f"Comment {n}",
                language="en",
            )
            for thread in threads
            for n in range(comments)
        )
        change(made[0])
        return made[0]

    def opened(one):
        """How many questions the pages of the text and of one paragraph ask."""
        asked = []
        for path in (text.get_absolute_url(), one.get_absolute_url()):
            client.get(path)  # what is kept for all is made now
            touch(text.initiative.account)
            with CaptureQueriesContext(connection) as queries:
                page = client.get(path)
            asked.append(len(queries))
            assert page.status_code == 200
        return asked

    few = opened(grow(3, 2))
    many = opened(grow(497, 10))

    assert many == few
    page = client.get(text.get_absolute_url()).content.decode()
    assert page.count('class="paragraph"') == 500
    assert page.count("10 comments") == 497
    path = text.get_absolute_url()
    assert 'name="number"' in page
    assert client.get(path, {"number": " 345"}).url == f"{path}#p345"
    removed = text.paragraphs.get(number=400)
    remove_paragraph(paragraph=removed, hand=hand, why="Elsewhere.", base_version=1)
    assert client.get(path, {"number": "400"}).url == removed.get_absolute_url()
    for wrong in ("501", "x", "9" * 40):
        assert "has no such paragraph" in client.get(path, {"number": wrong}).text


def test_an_edition_is_read_and_printed_as_it_was_with_the_way_back(client, text, bus):
    edition(text)
    write(
        paragraph=bus,
        hand=writer_of(text),
        text=BUS.replace("eight", "eleven"),
        why="The cinema.",
        base_version=1,
    )
    client.force_login(text.writers.get())
    now, pdf = text.get_absolute_url(), f"/drafting/plan/{text.pk}/plan.pdf"

    page = client.get(f"{now}?edition=1").text

    assert f'href="{now}?edition=1"' in client.get(now).text
    assert "from six to eight" in page
    assert "1. First edition" in page
    assert f'href="{now}"' in page
    assert "/add/" not in page
    assert "eleven" in client.get(now).text
    assert client.get(f"{pdf}?edition=1").content.startswith(b"%PDF")
    assert [words for _style, words, _lang in lines_of(text, text.editions.get())][-1] == BUS
    for wrong in ("2", "x", "-1", "9" * 30):
        assert client.get(f"{now}?edition={wrong}").status_code == 404
        assert client.get(f"{pdf}?edition={wrong}").status_code == 404


def test_on_paper_a_paragraph_says_what_its_wordings_came_from_and_who_gave_it(text):
    solveig, late = (
        contribution(
            account=text.initiative.account,
            person=PersonFactory(given_name=name, family_name="Berg"),
            caption=caption,
        )
        for name, caption in (("Solveig", "A bus every hour"), ("Ola", "A later bus"))
    )
    bus = paragraph(text, causes=[solveig])
    edition(text)
    anew = {"text": BUS.replace("eight", "eleven"), "why": "The cinema.", "base_version": 1}
    write(paragraph=bus, hand=writer_of(text), causes=[late, solveig], **anew)

    [(style, now, _lang)] = list(lines_of(text))[-1:]
    [_words, (_style, before, _lang)] = list(lines_of(text, text.editions.get()))[-2:]
    with override("nb"):
        [(_style, in_bokmal, _lang)] = list(lines_of(text))[-1:]

    assert style == "soft"
    assert now.startswith("It came from: “A bus every hour” (Solveig")
    assert now.count(";") == 1
    assert "“A later bus” (Ola" in now
    assert "Solveig" in before
    assert "Ola" not in before
    assert in_bokmal.startswith("Det kom fra: «A bus every hour» (Solveig")
