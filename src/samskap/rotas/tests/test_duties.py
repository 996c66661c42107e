import pytest
from django.urls import reverse

from samskap.notices.models import Notice
from samskap.rotas.actions.duties import change_requirements
from samskap.rotas.errors import NotYoursToKeep, SayWhyItChanges
from samskap.rotas.models import DutyChange, Turn
from samskap.testing.factories.people import PersonFactory
from samskap.testing.factories.rotas import (
    ClearanceFactory,
    RequirementFactory,
    RunningInitiativeFactory,
    TurnFactory,
    a_need,
    rota,
    tomorrow_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(municipality):
    return rota(RunningInitiativeFactory(municipality=municipality, raised_by=PersonFactory()))


@pytest.fixture
def keeper(here):
    return here.initiative.raised_by


def test_who_has_taken_it_keeps_the_turn_and_hears_what_is_missing_once(here, keeper):
    key, course = (RequirementFactory(rota=here, name=name) for name in ("Key", "First aid"))
    need = a_need(rota=here, people=3)
    duty = need.duty
    has_it, lacks, runs_out = (
        TurnFactory(need=need, number=number, person=PersonFactory(language="en")).person
        for number in (1, 2, 3)
    )
    again = a_need(rota=here, starts_at=tomorrow_at(16, days=9))
    again.duty = duty
    again.save()
    TurnFactory(need=again, person=lacks)
    ClearanceFactory(requirement=key, person=has_it)
    ClearanceFactory(requirement=key, person=runs_out, holds_until=tomorrow_at(1, days=0).date())

    change = change_requirements(
        duty=duty, by=keeper, requirements=[key], because="Somebody was locked out."
    )

    assert list(duty.requirements.all()) == [key]
    assert (change.added, change.taken_away, change.by) == (["Key"], [], keeper)
    told = Notice.objects.filter(kind="rotas.duty_changed")
    assert {notice.person for notice in told} == {lacks, runs_out}
    assert told.count() == 2
    assert {notice.label for notice in told} == {f"“{duty.name}” takes something more now: Key."}
    assert told.first().text.startswith("Somebody was locked out.\n\nYour turns stay yours.")
    assert {notice.path for notice in told} == {need.shift.get_absolute_url()}
    assert {turn.status for turn in Turn.objects.all()} == {Turn.Status.TAKEN}
    assert not duty.requirements.contains(course)


def test_a_reason_is_needed_only_once_somebody_has_taken_it(here, keeper):
    key, need = RequirementFactory(rota=here), a_need(rota=here)
    change_requirements(duty=need.duty, by=keeper, requirements=[key])
    TurnFactory(need=need)

    with pytest.raises(SayWhyItChanges):
        change_requirements(duty=need.duty, by=keeper, requirements=[], because=" ")
    assert change_requirements(duty=need.duty, by=keeper, requirements=[key]) is None

    change = change_requirements(
        duty=need.duty, by=keeper, requirements=[], because="The door has a code now."
    )
    assert change.taken_away == [key.name]
    assert not Notice.objects.filter(kind="rotas.duty_changed").exists()
    assert DutyChange.objects.count() == 2


def test_only_those_who_keep_the_rota_change_it_and_only_by_its_own_requirements(here, keeper):
    need, elsewhere = a_need(rota=here), RequirementFactory()

    with pytest.raises(NotYoursToKeep):
        change_requirements(duty=need.duty, by=PersonFactory(), requirements=[])
    assert change_requirements(duty=need.duty, by=keeper, requirements=[elsewhere]) is None


def test_the_page_asks_why_and_tells_what_was_changed(client, here, keeper):
    key, need = RequirementFactory(rota=here, name="The red key"), a_need(rota=here)
    TurnFactory(need=need)
    url = reverse("rotas:duty", args=[need.duty_id])
    client.force_login(keeper)

    assert url in client.get(reverse("rotas:set_up", args=[here.slug])).text
    silent = client.post(url, {"requirements": [key.pk]})
    answer = client.post(url, {"requirements": [key.pk], "because": "Doors"}, follow=True)

    assert silent.context["form"].errors.keys() == {"because"}
    assert f'value="{key.pk}" id="id_requirements_0" checked' in " ".join(silent.text.split())
    assert "It takes now: The red key." in " ".join(answer.text.split())
    client.force_login(PersonFactory())
    assert client.get(url).status_code == 409
