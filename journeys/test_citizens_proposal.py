"""A citizens’ proposal by somebody of fifteen, from the first draft to the letter and the lamps.

SC-13. All of it happens on pages; most of the hundred and fifty who sign come in behind the page.
"""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samskap.kernels.deadlines import Period, last_day
from samskap.notices.models import Notice
from samskap.proposals.models import Proposal, Signature
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.partnership import FormalDecisionFactory, RecommendationFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory, born_ago
from samskap.testing.factories.proposals import (
    council_in,
    identified,
    residents,
    sign,
    steward_of,
)

BORN = "1980-02-01"
TITLE = "Lamps along the path to the school"
TEXT = "We walk in the dark from October. Put lamps along the path to the school."


def comes(person, host="testserver"):
    """Somebody with a browser of their own, signed in."""
    client = Client(headers={"host": host})
    client.force_login(person)
    return client


def at(name, thing):
    return reverse(f"proposals:{name}", args=[thing.pk])


def reads(client, path):
    """The words of a page, without its tags."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def place(municipality):
    residents(municipality, 6500)
    return municipality


def treated_before(place):
    """The council has answered something like it in this election period."""
    initiative = InitiativeFactory(municipality=place)
    formal = FormalDecisionFactory(initiative=initiative, title="Lamps by the path to school")
    RecommendationFactory(
        formal_decision=formal,
        text="Put up lamps.",
        answer="rejected",
        reasons="No money that year.",
        answered_at=timezone.now() - timedelta(days=200),
    )
    return formal


def test_from_the_draft_of_a_fifteen_year_old_to_lamps(place):
    emil = PersonFactory(given_name="Emilius", born_on=born_ago(15))
    steward, writer = steward_of(place), council_in(place)
    earlier = treated_before(place)

    # 1 · Somebody of fifteen drafts. What is alike is shown, and stops nobody.
    young = comes(emil)
    draft = {"title": TITLE, "text": TEXT, "language": "en"}
    looked = young.post(reverse("proposals:new"), {**draft, "look": "yes"}).content.decode()
    assert earlier.get_absolute_url() in looked
    assert "You can go on." in looked
    young.post(reverse("proposals:new"), {**draft, "hand": ""})
    made = Proposal.objects.get()
    young.post(at("open", made))
    page = reads(Client(), made.get_absolute_url())
    assert "6500 residents, counted on 1 January 2026" in page
    assert "0 of 130 signatures that are needed" in page
    assert "Emilius" not in page

    # 2 · A hundred and fifty sign: twenty of them on a list that somebody scans and types.
    a_hundred_and_fifty_sign(place, made, steward)
    page = reads(Client(), made.get_absolute_url())
    for counted in (
        *("Valid signatures 131", "Does not live here 12", "Stands there already 7"),
        "150 in all",
    ):
        assert counted in page
    assert "Kari Paper" not in page

    # 3 · It is submitted: six months, by the law’s own way of counting.
    assert "There are enough signatures" in reads(young, made.get_absolute_url())
    assert earlier.title in reads(young, made.get_absolute_url())  # still a warning, still no stop
    young.post(at("submit", made))
    made.refresh_from_db()
    today = timezone.localdate()
    law = last_day(today, Period(months=6), "NO")
    assert (made.submitted_on, made.legal_due_on, made.needed) == (today, law.on, 130)
    assert f"{law.on:%-d %B %Y}" in reads(Client(), made.get_absolute_url())

    # 4 · The council takes it up, refers it to a plan case, and decides.
    council = comes(writer)
    admits = {"what": "admit", "verdict": "accepted", "reason": "The path is ours."}
    council.post(at("council", made), admits | {"council_has_said_so": "on"})
    refers = {
        "what": "refer",
        "plan_case": "The school plan, 2026/7",
        "expected_on": (today + timedelta(days=300)).isoformat(),
        "refer_reason": "The path is drawn anew in the plan.",
    }
    council.post(at("council", made), refers)
    page = reads(Client(), made.get_absolute_url())
    assert "The law’s six months do not run" in page
    assert "The path is drawn anew in the plan." in page
    assert "The law’s last day" not in page
    decides = {"what": "decide", "answer": "adopted", "reasons": "Twelve lamps.", "on": today}
    council.post(at("council", made), decides)

    # 5 · Those who made it are informed of the decision, and of what is done.
    told = [str(label) for label in Notice.objects.filter(person=emil).values_list("label", flat=1)]
    assert any("The council has decided" in label for label in told)
    letter = reads(young, at("letter", made))
    for words in ("Twelve lamps.", "131 of 130 signatures", "6500 residents"):
        assert words in letter
    keeper = comes(steward)
    lamps = {"what": "measure", "measure_says": "Twelve lamps along the path", "due_on": today}
    keeper.post(at("follow", made), lamps)
    done = {"what": "done", "measure": made.measures.get().pk, "says": "They shine at six."}
    keeper.post(at("follow", made), done)
    made.refresh_from_db()
    assert made.state == "followed_up"
    assert "Done in time. They shine at six." in reads(young, at("letter", made))


def a_hundred_and_fifty_sign(place, made, steward):
    """131 that are valid, 12 who live elsewhere, 7 who stand there already; 20 on paper."""
    asks = comes(PersonFactory(given_name="Bo", family_name="Vik"))
    form = asks.get(at("sign", made))
    assert "The municipality looks up that you live here" in form.content.decode()
    person = {"name": "Bo Vik", "address": "Vik 1", "born_on": BORN, "lives_here": "on"}
    asks.post(at("sign", made), person)
    asks.post(at("sign", made), person)  # a second press
    with transaction.atomic():
        for number in (*range(125), *range(4)):  # the last are other accounts, the same people
            sign(made, name=f"Ada Web {number}")

    today = timezone.localdate()
    typed = [f"Kari Paper {n}; Torget {n}; 01.02.1980; {today:%d.%m.%Y}" for n in range(15)]
    typed += [f"Ola Elsewhere {n}; Oslo; ; ;-" for n in range(2)]
    typed += [f"Ada Web {n}; Storgata 1; 01.02.1980" for n in range(10, 13)]
    keeper = comes(steward)
    told = {
        "name": "List 1, the shop",
        "lines": "\n".join(typed),
        "signed_on": today,
        "is_checked": "on",
        "keep_until": today + timedelta(days=200),
        "scan": SimpleUploadedFile("list.pdf", b"%PDF-1.7 twenty names"),
    }
    keeper.post(at("lists", made), told)
    elsewhere = Signature.objects.filter(name__in=[f"Ada Web {n}" for n in range(100, 110)])
    chosen = list(elsewhere.values_list("pk", flat=True))
    keeper.post(at("signatures", made), {"chosen": chosen, "says": "not_resident"})
    # Bo came by e-mail; four names came with two e-IDs, and wait until somebody has looked.
    waiting = Signature.objects.filter(validity="unchecked").values_list("pk", flat=True)
    assert len(waiting) == 5
    keeper.post(at("signatures", made), {"chosen": list(waiting), "says": "valid"})


def test_the_law_of_norway_asks_for_three_hundred_at_the_most(municipality):
    residents(municipality, 53_712)

    page = reads(Client(), reverse("proposals:list"))

    assert "When 300 residents have signed" in page
    assert re.search(r"53\D?712 residents, counted on 1 January 2026", page)


def test_a_danish_place_asks_for_four_hundred_in_three_months_from_fifteen_years(db):
    place = MunicipalityFactory(country="DK", host="dk.localhost", default_language="en")
    person = identified(place, PersonFactory(born_on=born_ago(15)))
    here = comes(person, "dk.localhost")
    rules = reads(here, reverse("proposals:list"))
    assert "When 400 residents have signed" in rules
    assert "at least 15 years old" in rules
    assert "One signs with a national e-ID." in rules
    assert "Signatures are collected for 3 months." in rules

    draft = {"title": TITLE, "text": TEXT, "language": "en", "hand": "", "born_on": born_ago(15)}
    young = here.post(
        reverse("proposals:new"), draft | {"born_on": born_ago(15) + timedelta(days=9)}
    )
    assert "Here one must be 15 years old to do this." in young.content.decode()
    here.post(reverse("proposals:new"), draft)
    made = Proposal.objects.get()
    here.post(at("open", made))
    made.refresh_from_db()
    opened_on = timezone.localdate(made.opened_at)
    assert made.window_ends_on == last_day(opened_on, Period(months=3), "DK", moves=False).on

    told = {"name": "Bo Vik", "address": "Vik 1", "born_on": BORN, "lives_here": "on"}
    by_mail = comes(PersonFactory(), "dk.localhost")
    assert by_mail.post(at("sign", made), told).status_code == 403
    known = comes(identified(place), "dk.localhost")
    known.post(at("sign", made), told)
    assert Signature.objects.get().validity == "valid"
    assert by_mail.get(at("paper", made)).status_code == 404  # names on paper do not count here

    RoleFactory(municipality=place, role="facilitator", person=person)
    assert "No list can be registered now" in reads(here, at("lists", made))
