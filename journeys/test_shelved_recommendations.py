"""SC-8: recommendations that nobody took up, the lesson of Svelvik 2018."""

from django.utils import timezone

from journeys.task_committee import DAY, Somebody, Town
from samskap.committees.actions.alerting import alert_all
from samskap.committees.models import State
from samskap.committees.queries.answer import answer_rate
from samskap.initiatives.models import FormalDecision
from samskap.insight.queries import placement_of
from samskap.kernels.answers import Figure
from samskap.kernels.ladder import ConditionCode, Rung
from samskap.notices.models import Notice


def test_a_council_that_does_not_answer_is_seen_and_what_it_says_too_late_is_explained(
    municipality,
):
    town, anyone = Town(municipality), Somebody()
    town.propose_and_charter()
    town.recruit(registered=12)
    town.choose()
    town.define()
    town.recommend()
    formal = town.deliver()
    before = placement_of(town.now.initiative)
    assert (before.rung, before.provisional) == (Rung.EQUAL_PARTNERSHIP, True)

    # A hundred and two days pass, twelve more than were promised.
    FormalDecision.objects.update(
        laid_at=timezone.now() - 102 * DAY, promised_on=town.today - 12 * DAY
    )
    overdue = "The answer is 12 days overdue"
    for name, *args in (
        ("committees:list",),
        ("committees:committee", town.slug),
        ("committees:answer", town.slug),
    ):
        assert overdue in anyone.reads(name, *args)
    assert (alert_all(), alert_all()) == (1, 0)  # the clock, started twice
    alerted = Notice.objects.filter(kind="committees.answer_overdue")
    assert list(alerted.values_list("person", flat=True)) == [town.mayor.person.pk]
    assert "12 days late" in town.mayor.reads("committees:leading")
    assert answer_rate(municipality) == Figure(0.0, 10)
    assert "0 %" in anyone.reads("committees:list")

    # At last the council adopts two.
    town.answer(formal, *["adopted"] * 2, *["rejected"] * 8)

    assert town.now.state == State.ANSWERED
    placement = placement_of(town.now.initiative)
    assert placement.rung is Rung.INPUT_TO_SOLUTIONS
    (reason,) = (
        one for one in placement.conditions if one.rung is Rung.EQUAL_PARTNERSHIP and not one.held
    )
    assert reason.code is ConditionCode.ADOPTION_FIDELITY
    assert reason.facts["adopted"] / reason.facts["recommended"] == 0.2
    evidence = anyone.reads("insight:evidence", town.now.initiative.slug)
    assert "Only 2 of 10 recommendations were adopted." in evidence
    assert answer_rate(municipality) == Figure(0.0, 10)  # too late is too late

    members = town.everybody()
    for one in members:
        (told,) = Notice.objects.filter(person=one.person, kind="committees.all_answered")
        assert "The answer came 12 days after the promised day." in told.text
        assert "its adoption fidelity is 0.20" in told.text
    assert "How do you see the answer" in members[0].reads("desk:desk")
    for one in members[:5]:
        one.sends(
            "committees:answer", town.slug, understood="2", taken_seriously="1", would_again="3",
            words="",
        )  # fmt: skip
    page = anyone.reads("committees:answer", town.slug)
    assert "its adoption fidelity is 0.20" in page
    assert "The mean of 5 members" in page
