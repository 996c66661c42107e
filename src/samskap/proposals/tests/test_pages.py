from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.kernels.deadlines import Period
from samskap.privacy.models import Sight
from samskap.proposals import personal
from samskap.proposals.actions.on_paper import delete_list
from samskap.proposals.models import PaperList, Proposal, Signature, State, Validity
from samskap.proposals.queries.rules import rules_of
from samskap.search.actions import read_whole
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory
from samskap.testing.factories.proposals import (
    PLAIN,
    council_in,
    decided,
    draft,
    listed,
    proposal,
    residents,
    sign,
    steward_of,
    submitted,
)
from samskap.testing.walks.markup import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    made = MunicipalityFactory(host="testserver", default_language="en")
    residents(made, 150)
    return made


@pytest.fixture
def comes(client):
    def come(person):
        client.force_login(person)
        return client

    return come


def url(name, thing):
    return reverse(f"proposals:{name}", args=[thing.pk])


def test_a_draft_is_written_opened_signed_and_submitted(place, comes):
    ada = PersonFactory(given_name="Ada", born_on=timezone.localdate() - timedelta(days=15 * 366))
    page = comes(ada).get(reverse("proposals:new"))
    key = page.context["form"]["public_id"].value()
    answer = comes(ada).post(reverse("proposals:new"), {**PLAIN, "public_id": key, "hand": ""})
    made = Proposal.objects.get()
    assert answer.headers["Location"] == made.get_absolute_url()
    bo = PersonFactory()
    assert comes(bo).get(made.get_absolute_url()).status_code == 404

    comes(ada).post(url("open", made))
    told = {"name": "Bo Vik", "address": "Vik 1", "born_on": "1990-05-06", "lives_here": "on"}
    page = comes(bo).post(url("sign", made), told, follow=True)
    assert "It counts when the municipality has seen that you live here." in page.content.decode()
    listed(made, 3)
    comes(ada).post(url("submit", made))

    made.refresh_from_db()
    assert (made.state, made.counted["valid"], made.counted["unchecked"]) == ("submitted", 3, 1)
    said = comes(ada).get(made.get_absolute_url()).content.decode()
    assert "Valid signatures: 3. Needed: 3." in said


def test_a_draft_is_seen_and_deleted_by_nobody_else(place, comes):
    begun = draft(municipality=place)
    for steward in (steward_of(place), RoleFactory(municipality=place, role="case_officer").person):
        assert comes(steward).get(begun.get_absolute_url()).status_code == 404
        assert comes(steward).post(url("withdraw", begun), {"reason": "No."}).status_code == 404

    answer = comes(begun.proposer).post(url("withdraw", begun), {"reason": "I changed my mind."})
    assert (answer.status_code, Proposal.objects.count()) == (302, 0)


def test_no_page_says_who_signed_or_a_young_proposers_name(place, comes):
    ada = PersonFactory(
        given_name="Adalmina", born_on=timezone.localdate() - timedelta(days=15 * 366)
    )
    made = submitted(municipality=place, person=ada)
    sign(proposal(municipality=place), name="Bodil Secretname")
    listed_name = made.signatures.first().name
    reader = comes(PersonFactory())

    for path in ("/proposals/", made.get_absolute_url(), "/api/v1/proposals/"):
        said = reader.get(path).content.decode()
        assert made.title in said
        for name in ("Adalmina", "Secretname", listed_name):
            assert name not in said


def test_what_was_typed_stays_when_somebody_looks_for_what_is_alike(place, comes):
    earlier = submitted(municipality=place)

    page = comes(PersonFactory()).post(
        reverse("proposals:new"),
        {"title": "Light the school path", "text": "Dark.", "language": "en", "look": "yes"},
    )

    said = page.content.decode()
    assert earlier.get_absolute_url() in said
    assert 'value="Light the school path"' in said
    assert Proposal.objects.count() == 1


def test_the_page_says_how_many_why_so_many_and_by_when(place, comes):
    made = submitted(municipality=place)

    said = comes(PersonFactory()).get(made.get_absolute_url()).content.decode()

    assert "A share of 150 residents, counted on 1 January 2026." in said
    assert "The law’s last day" in said
    assert f"{made.legal_due_on:%-d %B %Y}" in said


def test_a_rejected_proposal_says_that_it_cannot_be_appealed(place, comes):
    made = decided(submitted(municipality=place), council_in(place), "rejected")

    said = comes(PersonFactory()).get(made.get_absolute_url()).content.decode()

    assert "cannot be appealed (Prop. 46 L (2017–2018) on kommuneloven § 12-1)" in said


def test_a_list_is_registered_with_its_scan_which_few_open(place, comes):
    made, steward = proposal(municipality=place), steward_of(place)
    today = timezone.localdate()
    typed = f"Kari Nordmann; Torget 1; 01.02.1980; {today:%d.%m.%Y}\nPer Vik;;;;-\n;;;;?"
    told = {
        "name": "List 1",
        "lines": typed,
        "signed_on": today.isoformat(),
        "is_checked": "on",
        "keep_until": (today + timedelta(days=100)).isoformat(),
        "scan": SimpleUploadedFile("list.pdf", b"%PDF-1.7 names"),
    }
    comes(steward).post(url("lists", made), told)

    counted = Signature.objects.order_by("pk").values_list("validity", flat=True)
    assert list(counted) == ["valid", "not_resident", "unreadable"]
    scan = reverse("proposals:scan", args=[PaperList.objects.get().pk])
    answer = comes(steward).get(scan)
    assert answer.content == b"%PDF-1.7 names"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert Sight.objects.filter(what="proposals.scan").count() == 1
    assert comes(made.proposer).get(scan).status_code == 403
    stored = PaperList.objects.get().scan.name
    assert comes(steward).get(f"/files/{stored}").status_code == 404


@pytest.mark.parametrize(
    "line",
    ["Kari; Torget 1; 31.02.1980", "Kari;;;;x", ";Torget 1", "Kari;;;01.01.2199", "a;b;;;;c"],
)
def test_a_line_that_cannot_be_understood_is_named(place, comes, line):
    made, steward = proposal(municipality=place), steward_of(place)
    day = timezone.localdate()
    told = {"name": "L", "lines": f"Bo Vik\n{line}", "signed_on": day, "keep_until": "2199-01-01"}

    page = comes(steward).post(url("lists", made), told)

    assert "Line 2 cannot be understood" in page.content.decode()
    assert Signature.objects.count() == 0


def test_neither_a_page_nor_a_program_is_a_scan(place, comes):
    made, steward = proposal(municipality=place), steward_of(place)
    bad = SimpleUploadedFile("list.pdf", b"<html><script>alert(1)</script>")
    told = {"name": "L", "lines": "Bo Vik", "signed_on": "2026-01-01", "keep_until": "2199-01-01"}

    page = comes(steward).post(url("lists", made), {**told, "scan": bad})

    assert "not a picture that can be read" in page.content.decode()


def test_signatures_are_checked_by_those_who_may_and_it_is_written_down(place, comes):
    made, steward = proposal(municipality=place), steward_of(place)
    waits = sign(made, PersonFactory())

    assert comes(made.proposer).get(url("signatures", made)).status_code == 403
    assert "Storgata 1" in comes(steward).get(url("signatures", made)).content.decode()
    comes(steward).post(url("signatures", made), {"chosen": [waits.pk], "says": "not_resident"})

    waits.refresh_from_db()
    assert (waits.validity, waits.checked_by) == (Validity.NOT_RESIDENT, steward)
    assert Sight.objects.filter(what="proposals.signatures").exists()


def test_the_council_and_the_municipality_take_every_step_on_pages(place, comes):
    writer, steward = council_in(place), steward_of(place)
    made = submitted(municipality=place)
    said = {"what": "admit", "verdict": "accepted", "reason": "Ours.", "council_has_said_so": "on"}
    comes(writer).post(url("council", made), said)
    plan = {
        "what": "refer", "plan_case": "Plan 7", "expected_on": "2199-01-01", "refer_reason": "So.",
    }  # fmt: skip
    comes(writer).post(url("council", made), plan)
    assert "six months do not run" in comes(writer).get(made.get_absolute_url()).content.decode()
    decision = {"what": "decide", "answer": "adopted", "reasons": "Yes.", "on": "2026-01-01"}
    comes(writer).post(url("council", made), decision)
    page = comes(made.proposer).get(url("letter", made)).content.decode()
    assert "What the council decided: Adopted" in page
    assert comes(writer).get(url("follow", made)).status_code == 403
    lamp = {"what": "measure", "measure_says": "Ten lamps", "due_on": "2199-01-01"}
    comes(steward).post(url("follow", made), lamp)
    done = {"what": "done", "measure": made.measures.get().pk, "says": "They shine."}
    comes(steward).post(url("follow", made), done)

    made.refresh_from_db()
    assert made.state == State.FOLLOWED_UP
    assert "They shine." in comes(writer).get(made.get_absolute_url()).content.decode()


def test_whoever_does_not_belong_to_the_council_writes_nothing_for_it(place, comes):
    council_in(place)
    made = submitted(municipality=place)

    for person in (PersonFactory(), steward_of(place), made.proposer):
        assert comes(person).get(url("council", made)).status_code == 403


def test_settings_ask_for_what_the_country_lets_one_choose(place, comes):
    boss = RoleFactory(municipality=place, role="administrator").person
    page = comes(boss).get(reverse("proposals:settings"))
    assert "least_age" not in page.context["form"].fields

    harder = {"scheme_key": "no-municipality", "always_enough": 301}
    page = comes(boss).post(reverse("proposals:settings"), harder)
    assert "never harder" in page.content.decode()
    comes(boss).post(reverse("proposals:settings"), harder | {"always_enough": 2, "percent": "1.5"})

    assert "2 residents have signed" in comes(boss).get(reverse("proposals:list")).content.decode()


def test_the_desk_says_what_waits_for_whom(place, comes):
    writer, steward = council_in(place), steward_of(place)
    made = proposal(municipality=place)
    sign(made, PersonFactory())
    lies_there = submitted(municipality=place, title="A bench")
    begun = draft(municipality=place, person=made.proposer, title="A roof")

    def desk(person):
        return comes(person).get(reverse("desk:desk")).content.decode()

    assert url("signatures", made) in desk(steward)
    assert url("council", lies_there) in desk(writer)
    assert begun.get_absolute_url() in desk(made.proposer)


@pytest.mark.parametrize("path", ["/proposals/", "/api/v1/proposals/"])
def test_a_list_costs_the_same_for_one_three_and_many(place, client, path):
    def queries():
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert client.get(path).status_code == 200
        return len(caught)

    first = proposal(municipality=place)
    sign(first)
    one = queries()
    for number in range(2):
        sign(proposal(municipality=place, title=f"Number {number}"))
    three = queries()
    rows = [
        Proposal(
            municipality=place, initiative=None, title=f"Many {n}", text="x", language="en",
            giver=first.giver, actor_kind="resident", state=State.WITHDRAWN,
            opened_at=timezone.now(), proposer=first.proposer,
        )
        for n in range(1000)
    ]  # fmt: skip
    Proposal.objects.bulk_create(rows)

    assert one == three == queries()


def test_the_initiative_search_and_the_talk_know_the_proposal(place, comes):
    made = proposal(municipality=place, title="Lamps along the shore")
    draft(municipality=place, title="Lamps nobody knows of")
    reader = comes(PersonFactory())
    read_whole()

    assert made.get_absolute_url() in reader.get(made.initiative.get_absolute_url()).text
    found = reader.get("/search/", {"q": "lamps", "kind": "proposal"}).text
    assert made.get_absolute_url() in found
    assert "nobody knows of" not in found
    assert reader.get(f"/conversations/on/proposal/{made.pk}/").status_code == 200


@pytest.mark.parametrize("state", ["submitted", "accepted", "same_content"])
def test_the_page_for_the_council_is_well_made(place, comes, state):
    writer = council_in(place)
    made = submitted(municipality=place)
    Proposal.objects.update(state=state)

    page = comes(writer).get(url("council", made)).text

    assert faults(page, language="en") == []


def test_a_page_costs_no_more_for_many_signatures(place, client):
    made = proposal(municipality=place)

    def queries():
        client.get(made.get_absolute_url())
        with CaptureQueriesContext(connection) as caught:
            client.get(made.get_absolute_url())
        return len(caught)

    sign(made)
    one = queries()
    listed(made, 30)

    assert queries() <= one + 1  # the threshold is met meanwhile, and that is one step more


def test_the_municipality_writes_a_proposal_down_for_somebody_without_an_account(place, comes):
    steward = steward_of(place)
    told = {**PLAIN, "hand": "", "for_name": "Astrid Vik", "for_reach": "Vik 3, 9999 Vik"}
    comes(steward).post(reverse("proposals:new"), told)
    made = Proposal.objects.get()
    assert (made.proposer, made.giver.name) == (None, "Astrid Vik")
    comes(steward).post(url("open", made))
    listed(made, 3)
    comes(steward).post(url("submit", made))

    letter = comes(steward).get(url("letter", made)).text
    assert "Astrid Vik" in letter
    assert "Astrid Vik" not in comes(PersonFactory()).get(made.get_absolute_url()).text


def test_nobody_proposes_for_the_municipality(place, comes):
    page = comes(steward_of(place)).get(reverse("proposals:new"))

    assert [key for key, _title in page.context["form"].fields["hand"].choices] == ["self:resident"]


def test_a_danish_municipality_chooses_its_own_rules(comes):
    place = MunicipalityFactory(country="DK", host="testserver", default_language="en")
    boss = RoleFactory(municipality=place, role="administrator").person
    chosen = {
        "scheme_key": "dk-lejre", "always_enough": 250, "window_months": 4, "least_age": 13,
        "needs_e_id": "yes", "takes_paper": "no", "promised_days": 60,
    }  # fmt: skip

    comes(boss).post(reverse("proposals:settings"), chosen)

    rules = rules_of(place)
    scheme = rules.scheme
    assert (scheme.always_enough, scheme.window, scheme.least_age) == (250, Period(months=4), 13)
    assert (scheme.needs_e_id, scheme.takes_paper, rules.promised) == (True, False, Period(days=60))


def test_signatures_are_deleted_after_the_decision_and_the_counts_stay(place, comes):
    made = decided(submitted(municipality=place), council_in(place))
    later = timezone.now() + timedelta(days=1)
    assert list(personal.signatures_of_old_cases(timezone.now() - timedelta(days=1))) == []

    personal.signatures_of_old_cases(later).delete()
    for each in personal.lists_of_old_cases(later):
        assert delete_list(each)

    assert made.signatures.count() == made.lists.count() == 0
    assert "3 in all" in comes(PersonFactory()).get(made.get_absolute_url()).text
