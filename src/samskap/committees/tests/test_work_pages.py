"""The pages of a committee’s work, as those see them who may."""

import pytest
from django.urls import reverse
from django.utils import timezone

from samskap.committees.actions.delivering import deliver
from samskap.committees.actions.motions import close_motion, give_vote, write_note
from samskap.committees.models import FastTrack, Pilot, Recommendation, Vote
from samskap.committees.views.motions import shown_note
from samskap.testing.factories.committee_work import (
    all_vote,
    asked,
    at_work,
    executive,
    fast_track,
    held_meeting,
    members_of,
    pilot,
    recommendation,
    recommended,
    samples,
)
from samskap.testing.factories.people import people_by_role

pytestmark = pytest.mark.django_db


def page(client, name, *args):
    """A page as text."""
    answer = client.get(reverse(f"committees:{name}", args=args))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_every_page_of_the_work_opens_for_those_who_keep_it_and_the_open_ones_for_all(
    client, municipality
):
    people = people_by_role(municipality)
    rows = samples(municipality, people)
    seats = "write_note accept_fast_track refuse_fast_track".split()
    presses = "vote ask_about_recommendation ask_about_pilot".split()

    def status(name, kwargs):
        return client.get(reverse(f"committees:{name}", kwargs=kwargs)).status_code

    open_to_all = "recommendations work recommendation fast_track pilot group".split()
    for name in open_to_all:
        for kwargs in rows[f"committees:{name}"]:
            assert status(name, kwargs) == 200, name
    client.force_login(people["facilitator"])
    for key, found in rows.items():
        name = key.split(":")[1]
        if name not in {*seats, *presses}:
            assert status(name, found[0]) == 200, name
    assert status("my_hours", {}) == 200
    client.force_login(people["politician"])
    assert status("write_note", rows["committees:write_note"][0]) == 200
    client.force_login(people["leader"])
    for name in ("accept_fast_track", "refuse_fast_track"):
        assert status(name, rows[f"committees:{name}"][0]) == 200
    assert status("my_hours", {}) == 200


def test_a_member_proposes_votes_and_closes_on_the_pages(client, municipality):
    made = at_work(municipality, politicians=1, residents=2)
    one, other = members_of(made)
    client.force_login(one.person)

    client.post(
        reverse("committees:propose_recommendation", args=[made.slug]),
        {"text": "Open twice a week.", "why": "Once is too seldom."},
    )
    found = Recommendation.objects.get()
    client.post(reverse("committees:ask_about_recommendation", args=[found.pk]), {"way": "vote"})
    motion = found.motions.get()
    client.post(reverse("committees:vote", args=[motion.pk]), {"stance": "for"})

    assert Vote.objects.get().member == one
    text = page(client, "recommendation", found.pk)
    assert "1 of 3 members has voted." in text or "1 of 3 members have voted." in text
    client.force_login(other.person)
    client.post(reverse("committees:vote", args=[motion.pk]), {"stance": "against"})
    client.post(reverse("committees:write_note", args=[motion.pk]), {"text": "Too dear."})
    client.force_login(made.facilitator)
    client.post(
        reverse("committees:paper_votes", args=[motion.pk]),
        {f"member_{made.members.get(role='politician').pk}": "for"},
    )
    client.post(reverse("committees:close_motion", args=[motion.pk]), {"reasons": "Most want it."})

    text = page(client, "recommendation", found.pk)
    assert "Agreed: more were for it than against it" in text
    assert "Too dear." in text
    decision = motion.__class__.objects.get(pk=motion.pk).decision
    assert "Each member has one vote" in client.get(decision.get_absolute_url()).content.decode()


def test_how_the_votes_stand_is_told_when_it_is_closed(client, municipality):
    made = at_work(municipality)
    motion = asked(recommendation(made))
    one = members_of(made)[0]
    give_vote(motion=motion, member=one, stance="against", by=one.person)
    write_note(motion=motion, member=one, text="Too dear.", by=one.person)

    text = page(client, "recommendation", motion.recommendation_id)

    assert "Against" not in text
    assert "Too dear." not in text  # a note says how its writer voted
    client.force_login(one.person)
    assert "Too dear." in page(client, "recommendation", motion.recommendation_id)


def test_a_name_stands_beside_a_minority_note_only_on_wish():
    made = at_work()
    motion, one = asked(recommendation(made)), members_of(made)[0]
    give_vote(motion=motion, member=one, stance="aside", by=one.person)
    facts = {"motion": motion, "member": one, "text": "Too dear.", "by": one.person}

    assert shown_note(write_note(**facts))["who"] == "A member"
    assert shown_note(write_note(**facts, is_named=True))["who"] == one.shown_name


def test_a_note_is_written_for_somebody_without_an_account(client, municipality):
    made = at_work(municipality)
    motion, olga = asked(recommendation(made)), members_of(made)[1]
    made.members.filter(pk=olga.pk).update(person=None)
    give_vote(motion=motion, member=olga, stance="against", by=made.facilitator)
    page_of_note = f"{reverse('committees:write_note', args=[motion.pk])}?member={olga.pk}"

    client.force_login(members_of(made)[0].person)
    assert client.post(page_of_note, {"text": "Too dear."}).status_code == 403
    client.force_login(made.facilitator)
    assert f"?member={olga.pk}" in page(client, "recommendation", motion.recommendation_id)
    client.post(page_of_note, {"text": "Too dear."})

    assert motion.notes.get().member == olga


def test_the_minority_stands_beside_each_recommendation_where_it_is_answered(client, municipality):
    made = at_work(municipality)
    motion = asked(recommendation(made))
    other = members_of(made)[1]
    all_vote(motion, against=[other])
    write_note(motion=motion, member=other, text="It costs too much.", by=other.person)
    recommended(made, text="A bus in the evening.")
    client.force_login(made.facilitator)

    client.post(
        reverse("committees:deliver", args=[made.slug]),
        {"promised_on": timezone.localdate().isoformat(), "title": "Integration"},
    )

    formal = made.initiative.formal_decisions.get()
    text = client.get(formal.get_absolute_url()).content.decode()
    assert formal.recommendations.count() == 2
    assert text.count("It costs too much.") == 1
    assert text.index("It costs too much.") < text.index("A bus in the evening.")


def test_a_list_of_recommendations_costs_the_same_for_one_and_for_many(
    client, municipality, django_assert_max_num_queries
):
    made = at_work(municipality)
    recommendation(made)
    url = reverse("committees:recommendations", args=[made.slug])
    client.get(url)

    def queries():
        with django_assert_max_num_queries(100) as counted:
            client.get(url)
        return len(counted)

    one = queries()
    for number in range(3):
        recommendation(made, text=f"Number {number}")
    assert queries() == one


def test_only_those_in_the_committee_see_who_came(client, municipality):
    made = at_work(municipality)
    held_meeting(made, came=members_of(made)[:1], title="Meeting four")

    assert "Too few came" not in page(client, "work", made.slug)
    client.force_login(members_of(made)[0].person)
    assert "Too few came to “Meeting four”" in page(client, "work", made.slug)


def test_two_offices_let_an_idea_through_on_their_pages(client, municipality):
    made = at_work(municipality)
    found = fast_track(made, is_agreed=True)
    client.force_login(executive(made))

    page(client, "fast_track", found.pk)
    client.post(
        reverse("committees:accept_fast_track", args=[found.pk]),
        {"delegation": "§ 4-2", "given_by": "The council", "given_on": "2026-01-01"},
    )

    found = FastTrack.objects.get()
    assert (found.status, found.acceptances.get().delegation) == ("asked", "§ 4-2")
    assert "§ 4-2" in page(client, "fast_track", found.pk)


def test_a_member_begins_a_pilot_and_asks_whether_to_keep_it(client, municipality):
    made = at_work(municipality)
    tried = pilot(made)
    client.force_login(members_of(made)[0].person)

    client.post(
        reverse("committees:pilot_result", args=[tried.pk]),
        {
            "result": "Six found work.",
            "participants": 8,
            "co_designers": 3,
            "interpreted_into": "Ukrainian, Dari",
            "is_in_plain_language": "on",
        },
    )
    client.post(
        reverse("committees:ask_about_pilot", args=[tried.pk]),
        {"outcome": "keep", "way": "consensus"},
    )

    tried = Pilot.objects.get()
    assert tried.motions.get().what == "keep"
    client.logout()
    text = page(client, "pilot", tried.pk)
    assert "Ukrainian, Dari" in text
    assert "fewer than 5" in text


def test_what_is_delivered_shows_where_it_waits(client, municipality):
    made = at_work(municipality)
    recommended(made)
    deliver(committee=made, by=made.facilitator)

    assert "Waits for its answer" in page(client, "recommendations", made.slug)


def test_open_data_tell_sums_and_notes_and_never_a_name(client, municipality):
    made = at_work(municipality)
    motion = asked(recommendation(made))
    other = members_of(made)[1]
    all_vote(motion, against=[other], closes=False)
    write_note(motion=motion, member=other, text="Too dear.", by=other.person, is_named=True)
    url = reverse("api:list_committee_recommendations")

    open_one = client.get(url).json()["items"][0]
    close_motion(motion=motion, by=made.facilitator, reasons="Most want it.")
    pilot(made, co_designers=3)
    answer = client.get(url)
    closed = answer.json()["items"][0]

    assert (open_one["votes_for"], open_one["minority_notes"]) == (None, [])
    assert (closed["votes_for"], closed["votes_against"], closed["votes_aside"]) == (2, 1, 0)
    assert (closed["status"], closed["minority_notes"]) == ("recommended", ["Too dear."])
    assert other.person.family_name not in answer.content.decode()
    tried = client.get(reverse("api:list_pilots")).json()["items"][0]
    assert (tried["participants"], tried["co_designers"]) == (8, None)
