"""SC-7: a task committee after Gentofte’s example, its full life."""

from io import BytesIO

from django.urls import reverse
from pypdf import PdfReader

from journeys.task_committee import DAY, Somebody, Town
from samskap.committees.actions.attendance import look_at_all
from samskap.committees.models import Alarm, Charter, Effects, Realisation, Registration, State
from samskap.committees.queries.times import times_of
from samskap.design.components.telling import said_day
from samskap.initiatives.queries.formal import outcome
from samskap.insight.queries import placement_of
from samskap.kernels.ladder import Rung
from samskap.notices.models import Notice


def test_a_task_committee_from_the_charter_to_what_came_of_it(municipality):
    town, anyone = Town(municipality), Somebody()

    # 1 and 2: the charter, the open call, the choice, the declarations.
    town.propose_and_charter()
    assert list(town.now.parents.all()) == [town.culture]
    charter, page = town.now.charters.get(), anyone.reads("committees:charters", town.slug)
    assert "Adopted by The council" in page
    for heading in Charter.HEADINGS:
        words = getattr(charter, heading)
        assert words
        assert words in page
    town.recruit(registered=37)
    town.eva.reads("committees:registrations", town.slug)
    town.choose()
    assert Registration.objects.count() == 37
    assert town.now.state == State.WORKING
    assert (len(town.members("resident")), len(town.members("politician"))) == (10, 5)
    team = anyone.reads("committees:team", town.slug)
    assert "Came as a refugee" in team
    assert "Each sex has at least 6 of the seats, as 40 % asks for." in team
    assert "Every perspective that the charter asks for is there." in team
    for persons in ("18–29: 5", "45–66: 5", "Innvik: 5", "Utvik: 5"):
        assert persons in team
    assert "15 of 15 have not confirmed yet." in anyone.reads("committees:charters", town.slug)
    town.read_the_charter()
    assert "Every member has confirmed." in anyone.reads("committees:charters", town.slug)
    town.expect(2)

    # 3: six meetings, one of them a world café with seventy others; too few come to the fourth.
    town.define()
    for number in (1, 2):
        town.meet(number, came=15)
    cafe = town.meet(3, came=15, kind="workshop")
    town.eva.sends(
        "committees:write_dialogue", town.slug, event=cafe.pk, whom="Newcomers, teams, companies",
        invited=90, came=70, group="",
    )  # fmt: skip
    town.meet(4, came=9)
    assert look_at_all() == 1  # by the clock
    alarm = Alarm.objects.get()
    assert Notice.objects.filter(person=town.eva.person, kind="committees.attendance").count() == 1
    work = town.eva.reads("committees:work", town.slug)
    assert "90 others invited, 70 came" in work
    assert "Too few came to “Meeting 4”" in work
    assert "9 of 15 members came (60 %)." in work
    assert "It is well again" not in work
    town.eva.sends("committees:alarm", alarm.pk, done="Called six, and moved it to six o’clock.")
    for number in (5, 6):
        town.meet(number, came=14)
    assert look_at_all() == 0
    work = town.eva.reads("committees:work", town.slug)
    assert "It is well again since “Meeting 5” on " in work
    assert "14 of 15 members (93 %)" in work

    # 4: ten recommendations by consensus and vote, one with a minority note.
    town.recommend()
    formal = town.deliver()
    assert formal.recommendations.count() == 10
    assert town.now.state == State.IN_FORMAL_TREATMENT
    beside = town.mayor.reads("initiatives:formal_decision", town.now.initiative.slug, formal.pk)
    assert "It costs more than it gives." in beside

    promised = said_day(town.today + 90 * DAY)
    for name in ("committees:committee", "committees:answer"):
        page = anyone.reads(name, town.slug)
        assert f"The council answers by {promised}" in page
        assert "90 days left" in page

    # 5: the council answers within the promised day.
    town.answer(formal, *["adopted"] * 6, *["adopted_changed"] * 2, *["rejected"] * 2)
    assert town.now.state == State.ANSWERED
    found = outcome(town.now.initiative)
    assert (found.adopted, found.recommended) == (8, 10)

    # 6: thirty days later: who carries it out; one of them is done at once.
    town.waits(30)
    unit = Somebody(town.partners[1].contact)
    for one in formal.recommendations.order_by("number")[:2]:
        town.eva.sends(
            "committees:plan",
            town.slug,
            one.pk,
            partner=town.partners[1].pk,
            due_on=(town.today + 30 * DAY).isoformat(),
        )
    first = Realisation.objects.earliest("pk").commitment
    unit.sends("initiatives:accept_commitment", town.now.initiative.slug, first.pk)
    unit.sends(
        "initiatives:keep_commitment", town.now.initiative.slug, first.pk,
        says="The café is open.", hours="", beneficiary="community",
    )  # fmt: skip
    assert town.now.state == State.IMPLEMENTING
    town.expect(4)
    for to in ("closed", "evaluated"):
        town.eva.sends("committees:step", town.slug, to=to, into="", reason="It is done.")
    changed = times_of(town.now).chartered_on.year
    for year, meetings in ((changed - 1, 12), (changed, 8)):
        town.secretary.sends(
            "committees:standing_meetings", body=town.culture.pk, year=year,
            meetings=meetings, source="The minutes.",
        )  # fmt: skip

    # What is shown.
    page = anyone.reads("committees:committee", town.slug)
    assert "Adopted: 6" in page
    assert "Adopted with changes: 2" in page
    assert "Rejected: 2" in page
    times = times_of(town.now)
    assert (times.to_decision, times.to_realisation) == (200, 30)
    assert "200 days from charter to decision. 30 days from decision" in page
    answer = anyone.reads("committees:answer", town.slug)
    assert "8 of 10 recommendations were adopted" in answer
    assert "Kept in time" in answer
    effects = anyone.reads("committees:effects", town.slug)
    assert "Answers before: 15. Answers after: 15." in effects
    assert Effects.objects.count() == 30
    listed = anyone.reads("committees:list")
    assert "8 of 10 recommendations adopted" in listed
    assert "100 %" in listed
    standing = anyone.reads("committees:standing_meetings")
    assert f"The first task committee got its charter in {changed}." in standing
    for year, meetings in ((changed - 1, 12), (changed, 8)):
        assert f'<th scope="row">{year}</th><td class="number">{meetings}</td>' in standing
    assert "The minutes." in standing
    certificate = town.members("resident")[0].client.get(
        reverse("committees:certificate_pdf", args=[town.slug]), {"in": "nb"}
    )
    text = PdfReader(BytesIO(certificate.content)).pages[0].extract_text()
    assert text.startswith("Attest for deltakelse")
    assert "10 anbefalinger til The council." in text
    placement = placement_of(town.now.initiative)
    assert placement.rung is Rung.EQUAL_PARTNERSHIP
