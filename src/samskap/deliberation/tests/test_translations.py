"""Statements and questions in other languages: who enters them, and how they are read."""

import pytest
from django.urls import reverse

from samskap.deliberation.actions import reading
from samskap.deliberation.actions.keeping import change
from samskap.deliberation.actions.stating import state
from samskap.deliberation.actions.translating import translate
from samskap.deliberation.errors import SomebodyElseDecides
from samskap.deliberation.knowing import Voter
from samskap.deliberation.models import StatementText
from samskap.deliberation.paper import lines_of
from samskap.testing.factories import deliberation as made
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db

SAMI = "Bussat galget johtit eahkedis."


@pytest.fixture
def asked(municipality):
    """A deliberation with one statement."""
    asked = made.deliberation(InitiativeFactory(municipality=municipality))
    made.statement(asked, text="Buses should run in the evening.")
    return asked


@pytest.fixture
def keeper(asked):
    """Whoever raised the initiative."""
    return asked.initiative.raised_by


def page_of(name, deliberation):
    """The address of a page of a deliberation."""
    return reverse(f"deliberation:{name}", args=[deliberation.pk])


def offer(client, asked, **said):
    """Send a translation of the one statement."""
    address = reverse("deliberation:translate", args=[asked.statements.get().pk])
    return client.post(address, {"language": "se", "text": SAMI, **said})


def read_in(client, asked, language=""):
    """What the page on which one votes says first, and what it says beside it."""
    address = f"{asked.get_absolute_url()}?statements_in={language}"
    said = client.get(address if language else asked.get_absolute_url()).context["said"]
    return said["text"], said.get("original"), said["missing"]


def test_a_reader_chooses_a_language_and_keeps_it_until_they_choose_another(client, asked, keeper):
    original = "Buses should run in the evening."
    translate(statement=asked.statements.get(), language="se", text=SAMI, by=keeper)
    assert read_in(client, asked) == (original, None, "")
    assert "statements_in" not in client.cookies

    assert read_in(client, asked, "se") == (SAMI, original, "")
    assert read_in(client, asked) == (SAMI, original, "")
    [line] = client.get(page_of("statements", asked)).context["lines"]
    assert [each["lang"] for each in line["texts"]] == ["se", "en"]
    assert ("H2", f"1. {SAMI}", "se") in list(lines_of(asked, ("se", "en")))
    assert client.get(page_of("card_pdf", asked)).content.startswith(b"%PDF")
    assert read_in(client, asked, "sv") == (original, None, "Swedish")
    assert read_in(client, asked, "written") == (original, None, "")
    assert read_in(client, asked, "tlh") == (original, None, "")  # no language of ours


def test_the_map_is_read_in_the_chosen_language_with_the_original_beside_it(client, asked, keeper):
    made.two_camps(asked, people=30)
    made.draw_map(asked)
    for statement in asked.statements.all():
        translate(statement=statement, language="se", text=f"Cealkka {statement.number}", by=keeper)

    page = client.get(f"{page_of('map', asked)}?statements_in=se")

    said = [each["said"] for each in page.context["common"]]
    assert said
    assert all(each["text"].startswith("Cealkka") and each["original"] for each in said)


def test_whoever_may_write_translates_and_those_who_keep_it_let_it_stand(client, asked, keeper):
    asked.moderation = "before"
    asked.save()
    person, another = PersonFactory(), PersonFactory()
    assert offer(client, asked).status_code == 302  # whoever is nobody signs in first
    assert not StatementText.objects.exists()

    client.force_login(person)
    offer(client, asked, text="Bussat")
    offer(client, asked)  # one’s own can be corrected
    client.force_login(another)
    taken = offer(client, asked, text="Ii mihkkege")
    assert "Somebody has translated this" in str(taken.context["form"].errors["language"])
    assert "Ii mihkkege" in taken.text
    assert SAMI not in client.get(page_of("statements", asked)).text

    client.force_login(keeper)
    assert "1 translation waits" in client.get(reverse("desk:desk")).text
    assert SAMI in client.get(page_of("queue", asked)).text
    offer(client, asked)
    client.force_login(another)
    assert SAMI in client.get(page_of("statements", asked)).text


def test_where_others_see_at_once_a_translation_stands_and_can_be_taken_away(client, asked, keeper):
    client.force_login(PersonFactory())
    offer(client, asked)
    assert SAMI in client.get(page_of("statements", asked)).text

    client.force_login(keeper)
    offer(client, asked, takes_away="on")
    assert SAMI not in client.get(page_of("statements", asked)).text


def test_where_only_those_who_keep_it_write_nobody_else_translates(client, asked):
    asked.share_statements = "keepers"
    asked.save()
    client.force_login(PersonFactory())

    assert offer(client, asked).status_code == 403


def test_a_question_is_read_in_ones_language_until_it_is_another_question(client, asked, keeper):
    client.force_login(keeper)
    said = {
        "question-language": "se",
        "question-question": "Mo mii johtit eahkedis?",
    }
    client.post(reverse("deliberation:step", args=[asked.pk, "question"]), said)

    page = client.get(f"{asked.get_absolute_url()}?statements_in=se")
    assert page.context["asks"]["question"] == "Mo mii johtit eahkedis?"
    assert asked.question in page.text
    asked.refresh_from_db()
    change(deliberation=asked, by=keeper, question="How do we get about at night?")
    asked.refresh_from_db()
    assert asked.said_in is None


def test_each_setting_aside_can_be_appealed_once_and_is_heard_by_somebody_new(asked, keeper):
    writer = PersonFactory()
    second, third = (RoleFactory(municipality=asked.municipality).person for _n in range(2))
    voter = Voter(person=writer)
    stated = state(deliberation=asked, text="Park there.", language="en", voter=voter)

    def put_aside_and_appeal(by, words):
        reading.set_aside(statement=stated, by=by, reason="It names somebody.")
        reading.appeal(statement=stated, voter=voter, text=words)

    def show_after_all(by):
        reading.decide_appeal(statement=stated, by=by, shows=True, answer="It does not.")

    put_aside_and_appeal(keeper, "It names nobody.")
    show_after_all(second)
    put_aside_and_appeal(third, "Still nobody.")
    for involved in (keeper, third):
        with pytest.raises(SomebodyElseDecides):
            show_after_all(involved)
    show_after_all(second)

    stated.refresh_from_db()
    assert (stated.state, stated.appeal) == ("shown", "It names nobody.\n\nStill nobody.")
    for involved in (keeper, third):
        with pytest.raises(SomebodyElseDecides):
            reading.set_aside(statement=stated, by=involved, reason="Still")
