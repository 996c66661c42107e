"""What was kept long enough goes, in batches, and is counted; how long is chosen within limits."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.base.queue.engine import engine
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Giver
from samskap.notices.models import Notice
from samskap.people.models import Role
from samskap.privacy.actions import keeping
from samskap.privacy.actions.keeping import change_rule, clear_up
from samskap.privacy.errors import NoReason, NotForYou, NotWithinLimits
from samskap.privacy.models import Removal
from samskap.privacy.queries.keeping import keepings
from samskap.privacy.tasks import clear_up_everywhere
from samskap.testing.factories.ledger import AccountFactory, contribution
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory, person_with
from samskap.testing.factories.privacy import RetentionRuleFactory

pytestmark = pytest.mark.django_db

READ = next(one for one in keepings() if one.key == "notices.read")


def read_notice(municipality, days: int) -> Notice:
    """A notice that was read some days ago."""
    moment = timezone.now() - timedelta(days=days)
    return Notice.objects.create(
        municipality=municipality,
        person=PersonFactory(),
        kind="ideas.answered",
        label="Answered",
        path="/",
        language="en",
        at=moment,
        read_at=moment,
    )


def test_what_is_old_enough_goes_and_is_counted_and_the_rest_stays(municipality, monkeypatch):
    monkeypatch.setattr(keeping, "BATCH", 2)
    for _number in range(5):
        read_notice(municipality, days=366)
    fresh = read_notice(municipality, days=364)

    assert (clear_up(municipality), clear_up(municipality)) == (5, 0)

    assert list(Notice.objects.all()) == [fresh]
    assert [(row.key, row.rows) for row in Removal.objects.all()] == [("notices.read", 5)]


def test_a_municipality_keeps_things_as_long_as_it_chose_and_no_other_does(municipality):
    neighbour = MunicipalityFactory(host="neighbour.localhost", slug="neighbour")
    RetentionRuleFactory(municipality=municipality, key="notices.read", days=60)
    read_notice(municipality, days=61)
    theirs = read_notice(neighbour, days=61)

    clear_up_everywhere.enqueue()
    engine().work_off()

    assert list(Notice.objects.all()) == [theirs]


def test_how_to_reach_somebody_on_paper_is_blanked_a_year_after_all_is_answered(municipality):
    account = AccountFactory(municipality=municipality)
    officer = person_with(Role.Name.FACILITATOR, municipality)
    old = timezone.now() - timedelta(days=400)

    def on_paper(name, **more):
        hand = paper_hand(by=officer, municipality=municipality, name=name, reach=f"{name} street")
        return contribution(account=account, hand=hand, **more)

    on_paper("Answered", at=old, is_input=False)
    on_paper("Waiting", at=old, is_input=True)
    on_paper("Fresh", is_input=False)

    assert clear_up(municipality) == 1
    assert dict(Giver.objects.filter(person=None).values_list("name", "reach")) == {
        "Answered": "",
        "Waiting": "Waiting street",
        "Fresh": "Fresh street",
    }


def test_a_rule_is_changed_within_limits_with_a_reason_by_the_right_people(municipality):
    officer = person_with(Role.Name.DATA_PROTECTION_OFFICER, municipality)
    wanted = {"municipality": municipality, "keeping": READ, "why": "Less is more."}
    with pytest.raises(NotForYou):
        change_rule(days=90, by=person_with(Role.Name.LEADER, municipality), **wanted)
    with pytest.raises(NotWithinLimits):
        change_rule(days=READ.least - 1, by=officer, **wanted)
    with pytest.raises(NotWithinLimits):
        change_rule(days=READ.most + 1, by=officer, **wanted)
    with pytest.raises(NoReason):
        change_rule(days=90, by=officer, **wanted | {"why": " "})

    change_rule(days=90, by=officer, **wanted)
    assert change_rule(days=91, by=officer, **wanted).days == 91


def test_everybody_reads_what_is_kept_and_the_officer_changes_it(municipality, client):
    page = client.get(reverse("privacy:kept")).content.decode()
    assert ("Notices that were read" in page, "1 year" in page) == (True, True)
    client.force_login(person_with(Role.Name.DATA_PROTECTION_OFFICER, municipality))
    address = reverse("privacy:rule", args=["notices.read"])
    asked_again = client.post(address, {"days": 1, "why": "Soon."}).content.decode()
    assert (asked_again.count("From 30 to"), "Soon." in asked_again) == (3, True)

    answer = client.post(address, {"days": 45, "why": "We want to keep little."})

    assert answer.url == reverse("privacy:settings")
    page = client.get(reverse("privacy:kept")).content.decode()
    assert ("45 days" in page, "We want to keep little." in page) == (True, True)
    assert client.get(reverse("privacy:rule", args=["people.sessions"])).status_code == 404


def test_every_kind_of_thing_has_a_key_of_its_own_and_sensible_limits():
    keys = [one.key for one in keepings()]
    assert len(keys) == len(set(keys)) >= 15
    assert [one.key for one in keepings() if not one.least <= one.days <= one.most] == []


@pytest.mark.parametrize("key", [one.key for one in keepings()])
def test_every_rule_can_be_asked_of_the_database(key, municipality):
    asked = next(one for one in keepings() if one.key == key)
    rows = asked.rows(timezone.now())
    if asked.tenant:
        rows = rows.filter(**{asked.tenant: municipality})
    fields = {field.name for field in rows.model._meta.concrete_fields}

    assert (list(rows), set(asked.blanks) - fields) == ([], set())
