"""Factories for the work of committees: proposed and voted on through the actions."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from samskap.committees.actions import (
    attendance,
    fast_tracks,
    groups,
    hours,
    motions,
    pilots,
    recommendations,
)
from samskap.committees.models import (
    Committee,
    FastTrack,
    Member,
    Motion,
    Pilot,
    Recommendation,
    State,
    Vote,
)
from samskap.committees.models.team import Role
from samskap.ideas.models import Idea
from samskap.meetings.models import Attendance, Event, GuestAttendance
from samskap.municipalities.models import Municipality
from samskap.organisations.models import Organisation
from samskap.people.models import Person
from samskap.testing.factories import ideas, meetings
from samskap.testing.factories.committees import committee, member, politician
from samskap.testing.factories.organisations import MembershipFactory
from samskap.testing.factories.people import PersonFactory, person_with

Stance = Vote.Stance


def at_work(
    municipality: Municipality | None = None,
    *,
    politicians: int = 1,
    residents: int = 2,
    **more: Any,
) -> Committee:
    """A committee at work; the first elected member leads the meetings, if there is one."""
    made = committee(municipality=municipality, state=State.WORKING, **more)
    for number in range(politicians):
        politician(made, is_chair=number == 0)
    for _each in range(residents):
        member(made)
    return made


def members_of(of: Committee, role: str = Role.RESIDENT) -> list[Member]:
    """Those who sit in a committee in one role, the first first."""
    seats = of.members.sitting().filter(role=role).select_related("person", "giver")
    return list(seats.order_by("pk"))


def recommendation(of: Committee, *, by: Person | None = None, **more: Any) -> Recommendation:
    """What a resident proposes, unless told otherwise."""
    by = by or members_of(of)[0].person
    plain = {"text": "Open the language café twice a week.", "why": "Once is too seldom."}
    return recommendations.propose_recommendation(committee=of, by=by, **plain | more)


def asked(subject: Any, *, way: str = Motion.Way.VOTE, what: str = "recommend") -> Motion:
    """A question about something, put by the facilitator."""
    by = subject.committee.facilitator
    return motions.ask_the_committee(subject=subject, what=what, way=way, by=by)


def asked_of(fast_track: FastTrack) -> Motion:
    """The question that the committee is asked about an idea."""
    found = fast_track.motions.select_related("committee").last()
    assert found is not None  # noqa: S101 - marking an idea asks
    return found


def all_vote(motion: Motion, *, against: Iterable[Member] = (), closes: bool = True) -> Motion:
    """Everybody is for it, but some; then the facilitator closes it."""
    minority = {member.pk for member in against}
    for one in motion.committee.members.sitting().select_related("person"):
        stance = Stance.AGAINST if one.pk in minority else Stance.FOR
        motions.give_vote(motion=motion, member=one, stance=stance, by=one.person)
    if not closes:
        return motion
    by = motion.committee.facilitator
    return motions.close_motion(motion=motion, by=by, reasons="We talked it through.")


def recommended(of: Committee, **more: Any) -> Recommendation:
    """A recommendation that everybody is for."""
    made = recommendation(of, **more)
    all_vote(asked(made))
    made.refresh_from_db()
    return made


def speaker_of(body: Organisation) -> Person:
    """An elected representative who speaks for a body today, as its chair does."""
    person = person_with("politician", body.municipality)
    MembershipFactory(organisation=body, person=person)
    return person


def executive(of: Committee) -> Person:
    """The chief executive: a leader."""
    return person_with("leader", of.municipality)


def fast_track(
    of: Committee, *, idea: Idea | None = None, is_agreed: bool = False, **more: Any
) -> FastTrack:
    """An idea that a resident marked as obviously good; the committee agrees where asked to."""
    given = idea or ideas.idea(initiative=of.initiative)
    plain = {"why": "Everybody wins.", "by": members_of(of)[0].person, "way": "vote"}
    made = fast_tracks.mark_as_good(committee=of, idea=given, **plain | more)
    if is_agreed:
        all_vote(asked_of(made))
        made.refresh_from_db()
    return made


def stranger() -> Person:
    """Somebody who has nothing to do with a committee."""
    return PersonFactory()


def held_meeting(of: Committee, *, came: Iterable[Member], days_ago: int = 1, **more: Any) -> Event:
    """A meeting of a committee that was held, with who came written down."""
    made = meetings.past_event(
        **{
            "initiative": of.initiative,
            "person": of.facilitator,
            "kind": "meeting",
            "title": "Meeting",
        }
        | more
    )
    starts_at = timezone.now() - timedelta(days=days_ago, hours=3)
    made.starts_at, made.ends_at = starts_at, starts_at + timedelta(hours=2)
    made.save()
    there = {one.pk for one in came}
    of.members.update(since=timezone.localdate() - timedelta(days=365))
    for one in of.members.sitting():
        here = {"municipality": of.municipality, "event": made, "came": one.pk in there}
        if one.person:
            Attendance.objects.create(**here, person=one.person)
        else:
            GuestAttendance.objects.create(**here, giver=one.giver)
    return made


def pilot(of: Committee, **more: Any) -> Pilot:
    """Eight people who learn the language at work, for ten weeks from today."""
    today = timezone.localdate()
    plain = {
        "title": "Language at work",
        "tries": "Eight people learn the language at three companies.",
        "stop_rule": "A company withdraws, or two people leave.",
        "starts_on": today,
        "ends_on": today + timedelta(days=70),
        "participants": 8,
        "co_designers": 8,
    }
    return pilots.begin_pilot(committee=of, by=of.facilitator, **plain | more)


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """One of everything that an address of the work of a committee names."""
    made = at_work(municipality, title="Integration at work", politicians=0, residents=1)
    member(made, person=people["resident"])
    politician(made, person=people["politician"], is_chair=True)
    seats = list(made.members.sitting().select_related("person", "giver"))
    proposed = recommendation(made, text="A café of languages.")
    open_one = asked(proposed)
    motions.give_vote(motion=open_one, member=seats[1], stance="against", by=seats[1].person)
    closed = recommended(made, text="A bus in the evening.")
    marked = fast_track(made, is_agreed=True)
    fast_tracks.accept(
        fast_track=marked,
        by=speaker_of(made.body),
        delegation="Delegation rules § 4-2",
        given_by="The council",
        given_on=timezone.localdate() - timedelta(days=100),
    )
    in_words = motions.ask_in_words(
        committee=made,
        what="problem",
        title="People meet too seldom",
        text="Those who come here wait for work and for friends.",
        way="consensus",
        by=made.facilitator,
    )
    tried = pilot(made)
    pilots.tell_result(
        pilot=tried, by=made.facilitator, result="Six found work.", participants=8, co_designers=8
    )
    held_meeting(made, came=[])
    attendance.look_at(made)
    group = groups.make_group(
        committee=made, by=made.facilitator, name="Companies", task="Find hosts.", members=seats[:1]
    )
    groups.invite_along(group=group, by=made.facilitator, name="Berit", comes_from="The bakery")
    event = meetings.event(initiative=made.initiative, person=made.facilitator)
    groups.write_down_dialogue(
        committee=made, event=event, by=made.facilitator, whom="Companies", invited=70
    )
    groups.write_material(
        committee=made,
        by=made.facilitator,
        kind="draft",
        title="How a place is found",
        text="Step by step.",
        authors=seats,
    )
    hours.write_hours(
        committee=made, event=event, by=made.facilitator, hours={"planned_before": Decimal(4)}
    )
    to = [{"slug": made.slug}]
    of_committee = (
        "recommendations propose_recommendation deliver work ask_in_words write_hours mark_as_good"
        " begin_pilot make_group write_dialogue write_material"
    )
    return {
        **{f"committees:{name}": to for name in of_committee.split()},
        "committees:recommendation": [{"pk": proposed.pk}, {"pk": closed.pk}],
        "committees:rewrite_recommendation": [{"pk": closed.pk}],
        "committees:ask_about_recommendation": [{"pk": closed.pk}],
        **{
            f"committees:{name}": [{"pk": open_one.pk}]
            for name in "vote write_note paper_votes close_motion".split()
        },
        "committees:motion": [{"pk": in_words.pk}],
        "committees:alarm": [{"pk": made.alarms.get().pk}],
        **{
            f"committees:{name}": [{"pk": marked.pk}]
            for name in "fast_track accept_fast_track refuse_fast_track start_fast_track".split()
        },
        **{
            f"committees:{name}": [{"pk": tried.pk}]
            for name in "pilot stop_pilot pilot_result ask_about_pilot".split()
        },
        **{f"committees:{name}": [{"pk": group.pk}] for name in "group end_group".split()},
    }
