"""The demo shows everything there is: every state, every rung, every role, a desk that waits."""

import json
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from samskap.base.queue.worker import work_off
from samskap.committees.actions.alerting import alert_all
from samskap.committees.models import Committee
from samskap.config.demo import clock
from samskap.config.demo.filling import is_filled
from samskap.initiatives.actions.reminding import remind_all
from samskap.initiatives.models import Initiative, StateChange
from samskap.initiatives.models.initiative import State
from samskap.ledger.models import Contribution, FateStatus, Standing
from samskap.municipalities.models import HostName
from samskap.people.models import Person, Role

FJORDVIK = "127.0.0.1"
AKOBING = "akobing.localhost"


@pytest.fixture
def filled(db, settings, tmp_path):
    """Both municipalities; the people who can sign in."""
    settings.DATA = tmp_path
    call_command("fill_demo", stdout=StringIO())
    return json.loads((tmp_path / "demo-people.json").read_text(encoding="utf-8"))


def test_the_demo_shows_everything_there_is(filled, client):
    initiatives = Initiative.objects.filter(municipality__slug="fjordvik")

    # A problem that is agreed on opens the design at once: that state is only passed through.
    stands = set(initiatives.values_list("state", flat=True))
    assert stands == set(State.values) - {State.PROBLEM_LOCKED}
    assert StateChange.objects.filter(after=State.PROBLEM_LOCKED).exists()
    rungs = set(initiatives.values_list("rung", flat=True))
    assert rungs == {"", "0", "1", "2", "3", "4", "self_organised"}
    fates = set(Standing.objects.values_list("status", flat=True))
    assert fates == set(FateStatus.values)
    assert set(Contribution.objects.values_list("channel", flat=True)) == {
        "web",
        "paper",
        "phone",
        "meeting",
    }
    roles = set(Role.objects.held_on(timezone.localdate()).values_list("role", flat=True))
    assert roles == set(Role.Name.values)
    assert not Contribution.objects.filter(at__gt=timezone.now()).exists()

    # Two task committees have something left to do; the others are over.
    assert Committee.objects.count() == 23
    assert Committee.objects.living().count() == 2

    told = StringIO()
    call_command("check_ledger", stdout=told)
    assert (
        told.getvalue() == f"{Initiative.objects.count()} accounts: every row and sum is in order\n"
    )

    _a_second_filling_changes_nothing()
    _nobody_is_written_to_about_what_was()
    _everybody_can_sign_in(filled, client)


def _a_second_filling_changes_nothing():
    before = Contribution.objects.count(), Person.objects.count(), HostName.objects.count()
    told = StringIO()
    call_command("fill_demo", stdout=told)
    assert told.getvalue() == "Fjordvik is filled already.\n"
    assert before == (
        Contribution.objects.count(),
        Person.objects.count(),
        HostName.objects.count(),
    )


def _nobody_is_written_to_about_what_was():
    remind_all()
    alert_all()
    work_off()
    assert mail.outbox == []


def _everybody_can_sign_in(people, client):
    assert len({person["role"] for person in people}) == len(people) >= 13
    empty = []
    for person in people:
        host = FJORDVIK if "fjordvik" in person["email"] else AKOBING
        mail.outbox.clear()
        client.logout()
        client.post("/people/sign-in/", {"email": person["email"]}, headers={"host": host})
        work_off()
        [letter] = mail.outbox
        assert letter.to == [person["email"]]

        client.force_login(Person.objects.get(email=person["email"]))
        page = client.get("/desk/", headers={"host": host})
        assert page.status_code == 200
        if not page.context["piles"]:
            empty.append(person["role"])
    assert not {"Prosessleder", "Saksbehandler", "Ordfører", "Forening, leder"} & set(empty)


def test_the_clock_is_given_back():
    before = timezone.now()

    with clock.borrowed():
        clock.stand_at(clock.ago(10))
        assert timezone.localdate() == clock.day(10)

    assert timezone.now() >= before


def test_an_empty_instance_is_not_filled(db):
    assert not is_filled()
