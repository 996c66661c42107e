"""What the pages of a plan show, and to whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.base.models import Happening
from samskap.drafting import actions
from samskap.drafting.actions.reporting import report
from samskap.drafting.actions.sources import put_in_item
from samskap.drafting.actions.telling import write_down_told
from samskap.drafting.cards_items import stages_of
from samskap.drafting.errors import NothingToLay, NotYoursToPlan
from samskap.drafting.findable import documents
from samskap.drafting.models import Item, ItemSource, Paragraph, Wording
from samskap.drafting.queries.comparing import compared
from samskap.ledger import actions as ledger
from samskap.ledger.hands import paper_hand
from samskap.privacy.models import Sight
from samskap.testing.factories.drafting import document, edition, paragraph, writer_of
from samskap.testing.factories.drafting_items import (
    answered,
    carrier_of,
    council_of,
    given,
    item,
    laid,
    money,
)
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(municipality):
    """A text that becomes a plan."""
    return document(InitiativeFactory(municipality=municipality))


def at(name, *keys):
    """The address of a page."""
    return reverse(f"drafting:{name}", args=keys)


def test_whoever_carries_it_makes_a_paragraph_an_item_and_nobody_else(client, plan):
    text = paragraph(plan)
    page = at("edit_item", text.pk)

    client.force_login(PersonFactory())
    assert client.get(page).status_code == 403
    client.force_login(carrier_of(plan))
    wrong = client.post(page, {"title": "Bus 42", "cost_kroner": "-5"})
    right = client.post(page, {"title": "Bus 42", "cost_kroner": "5000"}, follow=True)

    assert "Bus 42" in wrong.text
    assert Item.objects.get().cost_kroner == 5000
    assert "5,000 kr" in right.text


def test_the_plan_shows_costs_beside_money_and_lays_its_items_before_the_council(client, plan):
    item(plan)
    body, _politician = council_of(plan.municipality)
    day = timezone.localdate()
    client.force_login(carrier_of(plan))

    client.post(
        at("plan", plan.pk),
        {"form": "money", "kroner": "1000000", "said_by": "The council", "said_on": f"{day}"},
    )
    promised = f"{day + timedelta(days=30)}"
    client.post(at("plan", plan.pk), {"form": "lay", "body": body.pk, "promised_on": promised})

    client.logout()
    page = client.get(at("plan", plan.pk)).text
    assert "200,000 kr" in page
    assert "There is 1,000,000 kr: 200,000 kr is missing." in page
    assert f"{body.name} answers by" in page
    assert "lay-form" not in page
    assert "money-form" not in page


def test_some_contributions_are_answered_at_once_and_counted_for_everybody(client, plan):
    made, proposals = item(plan), [given(plan) for _each in range(3)]
    page = at("answers", plan.pk)
    keys = [str(each.public_id) for each in proposals]
    client.force_login(carrier_of(plan))

    none_chosen = client.post(page, {"how": "whole", "item": made.pk})
    client.post(page, {"chosen": keys[:2], "how": "whole", "item": made.pk})
    wordless = client.post(page, {"chosen": keys[2:], "how": "not"})
    client.post(page, {"chosen": keys[2:], "how": "not", "says": "No road there."})

    assert "Choose at least one contribution" in none_chosen.text
    assert "checked" in wordless.text
    client.logout()
    shown = client.get(page).text
    assert "3 of 3 contributions to the plan are answered." in shown
    assert "No road there." in shown
    assert 'name="chosen"' not in shown
    assert "No road there." not in client.get(page, {"which": "used"}).text


def test_whoever_gave_on_paper_is_called_and_ticked_off_until_there_is_more_to_tell(client, plan):
    carrier = carrier_of(plan)
    paper = {"by": carrier, "municipality": plan.municipality, "channel": "phone"}
    called, unreachable = (
        ledger.give(
            account=plan.initiative.account,
            hand=paper_hand(name=name, reach=reach, **paper),
            phase="define",
            kind="idea",
            caption="A later bus",
            is_input=True,
        )
        for name, reach in (("Arvid", "70 00 00 00"), ("Torunn", ""))
    )
    made = item(plan)
    page = f"{at('answers', plan.pk)}?which=to_tell"
    client.force_login(carrier)
    assert "Arvid" not in client.get(page).text
    assert not Sight.objects.exists()

    given(plan)
    for each in (called, unreachable):
        put_in_item(item=made, contributions=[each], by=carrier, says="It runs from May.")
    listed = client.get(page)
    none_chosen = client.post(page, {})
    for _press in range(2):
        client.post(page, {"chosen": str(called.public_id)})
    after = client.get(page).context["lines"]
    report(item=made, what="in_force", says="The bus runs.", by=carrier)
    further = client.get(page).context["lines"]

    [line] = listed.context["lines"]
    assert (line["author"]["name"], line["reach"]) == ("Arvid", "70 00 00 00")
    assert "It runs from May." in listed.text
    assert Sight.objects.first().what == "drafting.to_tell"
    assert "Choose at least one contribution" in none_chosen.text
    assert after == []
    assert Happening.objects.filter(what="drafting.giver_told").count() == 1
    assert [line["items"][0]["state"] for line in further] == ["In force"]
    client.force_login(PersonFactory())
    others = client.get(page).text
    assert "70 00 00 00" not in others
    assert "To be called or written to" not in others
    with pytest.raises(NotYoursToPlan):
        write_down_told(document=plan, contributions=[called], by=PersonFactory())


def test_the_way_of_an_item_can_be_read_as_steps_by_everybody(client, plan):
    made = item(plan, causes=(given(plan, PersonFactory(given_name="Solveig")),))
    answered(made, laid(plan))
    client.force_login(carrier_of(plan))
    page = at("item", made.pk)
    said = {
        "what": "in_force",
        "on": f"{timezone.localdate()}",
        "says": "The timetable of bus 42 holds.",
        "link": "https://example.org/bus-42",
    }

    client.post(page, said)

    client.logout()
    shown = client.get(page).text
    for words in ("Solveig", "1 proposal", "Adopted", "The timetable of bus 42 holds."):
        assert words in shown
    assert 'href="https://example.org/bus-42"' in shown


def test_an_item_stands_at_one_step_of_its_way_and_what_nobody_asked_for_is_skipped(plan):
    def ways(made):
        return [stage["state"] for stage in stages_of(made, 0)]

    made, alone = item(plan), item(plan)
    assert ways(made) == ["done", "now", "next", "next", "next"]
    alone = report(item=alone, what="under_way", says="We begin.", by=carrier_of(plan))
    assert ways(alone) == ["done", "done", "skipped", "skipped", "now"]
    politician = laid(plan)
    made.refresh_from_db()
    assert ways(made) == ["done", "done", "now", "next", "next"]
    made = answered(made, politician)
    assert ways(made) == ["done", "done", "done", "now", "next"]
    made = report(item=made, what="in_force", says="It runs.", by=carrier_of(plan))
    assert ways(made) == ["done"] * 5
    alone = report(item=alone, what="dropped", says="Too dear.", by=carrier_of(plan))
    assert ways(alone) == ["done", "done", "skipped", "skipped", "skipped"]


def test_two_editions_show_what_came_went_moved_and_was_worded_anew(client, plan):
    first, second, third = (paragraph(plan, text) for text in ("One bus.", "Two.", "Three."))
    old = edition(plan)
    hand = writer_of(plan)
    written = {"hand": hand, "why": "People asked for it.", "base_version": 1}
    actions.write(paragraph=first, text="One late bus.", **written)
    actions.remove_paragraph(paragraph=second, **written)
    actions.place_paragraph(paragraph=third, after=None, by=hand.by)
    paragraph(plan, "Four.")

    lines = compared(plan, old, None)
    page = client.get(at("compare", plan.pk), {"old": "1", "new": "now"}).text

    assert [(line.paragraph.number, line.what, line.is_moved) for line in lines] == [
        (3, "same", True),
        (1, "changed", False),
        (2, "removed", False),
        (4, "added", False),
    ]
    assert lines[1].whys == ["People asked for it."]
    assert "late" in page
    assert client.get(at("compare", plan.pk), {"old": "nine"}).status_code == 200


def test_the_paper_holds_every_item_with_its_proposals_in_the_language_asked_for(client, plan):
    item(plan, causes=(given(plan, caption="A later bus"),))

    paper = client.get(at("pdf", plan.pk), {"in": "nn"})

    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.headers["Content-Disposition"] == 'attachment; filename="a-plan-for-the-buses.pdf"'
    assert b"/Lang (en)" in paper.content
    assert b"/Lang (nn)" in paper.content


def many(made, rows):
    """Write the same item, with its paragraph and where it came from, until there are so many."""
    text, source = made.document, made.sources.get()
    numbers = range(text.items.count() + 1, rows + 1)
    plain = {"municipality_id": text.municipality_id}
    paragraphs = Paragraph.objects.bulk_create(
        Paragraph(document=text, number=1000 + n, place=n, kind="item", **plain) for n in numbers
    )
    Wording.objects.bulk_create(
        Wording(
            paragraph=each, version=1, text="Bus.", why="Asked for.", **plain,
            contribution=source.contribution,
        )
        for each in paragraphs
    )  # fmt: skip
    items = Item.objects.bulk_create(
        Item(document=text, number=n, paragraph=each, title=f"Bus {n}", **plain)
        for n, each in zip(numbers, paragraphs, strict=True)
    )
    ItemSource.objects.bulk_create(
        ItemSource(item=each, contribution=source.contribution, **plain) for each in items
    )


@pytest.mark.parametrize("name", ["plan", "answers", "compare", "pdf"])
def test_a_plan_costs_the_same_number_of_questions_however_long_it_is(
    client, plan, name, django_assert_max_num_queries
):
    made = item(plan, causes=(given(plan),))
    edition(plan)
    money(plan)
    client.get(at(name, plan.pk))
    asked = []
    for rows in (2, 3, 200):
        many(made, rows)
        with django_assert_max_num_queries(20) as questions:
            assert client.get(at(name, plan.pk)).status_code == 200
        asked.append(len(questions))

    assert len(set(asked)) == 1, asked


def test_the_trace_of_a_proposal_leads_to_its_item_its_decision_and_what_is_in_force(client, plan):
    proposal = given(plan)
    made = item(plan, causes=(proposal,))
    answered(made, laid(plan))
    page = reverse("insight:trace", args=[proposal.public_id])
    before = client.get(page).text
    says, link = "The timetable of bus 42 holds.", "https://example.org/bus-42"

    report(item=made, what="in_force", says=says, link=link, by=carrier_of(plan))

    whole = "From the hand that gave it to what runs: the chain is whole."
    shown = client.get(page).text
    assert whole not in before
    for words in (whole, says, link, "in item 1", made.get_absolute_url(), "Adopted"):
        assert words in shown


def test_open_data_lead_from_an_item_to_what_it_came_from(client, plan):
    proposal = given(plan)
    made = item(plan, causes=(proposal,))
    money(plan)

    def rows(path):
        return client.get(f"/api/v1/drafting/{path}").json()["items"]

    [shown] = rows("items")
    assert shown["sources"] == [str(proposal.public_id)]
    assert (shown["cost_kroner"], shown["state"]) == (1_200_000, "planned")
    assert [(step["item"], step["what"]) for step in rows("items/steps")] == [(made.pk, "made")]
    assert [each["kroner"] for each in rows("money")] == [2_000_000]


def test_the_text_leads_to_its_items_and_what_is_taken_out_is_not_laid(client, plan):
    made = item(plan)
    [found] = documents([plan.pk])
    assert "Bus 42 also in the evening" in found.text
    assert "Item 1: Bus 42 also in the evening" in client.get(plan.get_absolute_url()).text

    hand = writer_of(plan)
    actions.remove_paragraph(paragraph=made.paragraph, hand=hand, why="Too dear.", base_version=1)

    assert "taken out of the text" in client.get(made.get_absolute_url()).text
    with pytest.raises(NothingToLay):
        laid(plan)


def test_the_page_of_an_initiative_says_how_its_plan_stands(client, plan):
    item(plan)

    page = client.get(plan.initiative.get_absolute_url()).text

    assert "The plan has 1 item. Together they cost 1,200,000 kr." in page


def test_whoever_carries_it_finds_items_to_follow_up_on_the_desk(client, plan):
    made = item(plan)
    waits = Item.objects.filter(pk=made.pk)
    client.force_login(carrier_of(plan))
    desk = reverse("desk:desk")
    assert "Items of plans to follow up" not in client.get(desk).text

    waits.update(follow_up_on=timezone.localdate())

    assert made.get_absolute_url() in client.get(desk).text


def test_whoever_writes_finds_on_the_desk_what_was_adopted_with_changes_until_it_is_written(
    client, plan
):
    made, other = item(plan), item(plan)
    politician = laid(plan)
    answered(made, politician, "adopted_changed")
    answered(other, politician, "adopted")
    client.force_login(plan.writers.get())
    desk, line = reverse("desk:desk"), "Write what was adopted"
    page, reasons = made.paragraph.get_absolute_url(), "The fjord can pay for it."

    shown = client.get(desk).text
    assert shown.count(line) == 1
    assert f'href="{page}"' in shown
    for path in (page, at("write", made.paragraph_id)):
        assert reasons in client.get(path).text
    actions.write(
        paragraph=made.paragraph,
        hand=writer_of(plan),
        text="Bus 42 until ten.",
        why="As adopted.",
        base_version=1,
    )

    assert line not in client.get(desk).text
    assert reasons not in client.get(page).text
