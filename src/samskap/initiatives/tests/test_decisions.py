from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from samskap.base.memory import key_of
from samskap.base.models import Happening
from samskap.base.queue.worker import work_off
from samskap.initiatives.actions.decisions import (
    change_voice,
    close_decision,
    closing,
    decide_alone,
    decide_together,
    give_voice,
    open_decision,
    withdraw_decision,
)
from samskap.initiatives.actions.partnership import leave
from samskap.initiatives.errors.commitments import DayLiesBehind
from samskap.initiatives.errors.decisions import (
    DecisionIsClosed,
    ItWasNotDecided,
    NoAgreementYet,
    NotOfThisInitiative,
    NotYourPower,
    NoVoiceHere,
    ObjectionNeedsAReason,
    OneQuestionAtATime,
    ProblemIsLocked,
    ReasonsAreMissing,
    StillTimeForVoices,
    TheMunicipalityIsAPartner,
    VoicedAlready,
)
from samskap.initiatives.errors.initiative import NotOpen, NotYoursToChange
from samskap.initiatives.errors.partnership import NotYourPartnership
from samskap.initiatives.errors.states import AgreeOnTheProblemFirst, TextIsMissing
from samskap.initiatives.models import Decision, Voice
from samskap.initiatives.models.initiative import State
from samskap.initiatives.queries.decisions import (
    candidates,
    count_voices,
    outcome_in_words,
    tally_of,
    waiting_for,
)
from samskap.ledger.actions import give, settle
from samskap.ledger.hands import hand
from samskap.ledger.models import Adoption, Contribution, Standing
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.partnership import (
    DecisionFactory,
    PartnerFactory,
    organisation_partner,
    partnership,
    public_partner,
    signed_agreement,
)
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


def idea(initiative, by=None, *, phase="define", kind="idea", caption="A bench"):
    by = by or PersonFactory()
    return give(
        account=initiative.account,
        hand=hand(key="self:resident", by=by, municipality=initiative.municipality),
        phase=phase,
        kind=kind,
        caption=caption,
        path=initiative.get_absolute_url(),
        is_input=True,
    )


def hand_in(initiative, by, key):
    return hand(key=key, by=by, municipality=initiative.municipality)


def ask(initiative, by, **facts):
    return open_decision(
        initiative=initiative,
        by=by,
        **{"title": "The problem", "text": "The evenings are long.", **facts},
    )


def say(decision, partner, stance="for", reason=""):
    return give_voice(
        decision=decision, partner=partner, stance=stance, reason=reason, by=partner.contact
    )


def test_partners_who_all_agree_decide_together():
    initiative = InitiativeFactory(state=State.DEFINING)
    resident, public = partnership(initiative)
    giver, other = PersonFactory(), PersonFactory()
    taken, not_taken = idea(initiative, giver), idea(initiative, other)

    decision = ask(initiative, resident.person, what="problem", proposals=[taken.pk])
    say(decision, resident)
    say(decision, public)
    decision = close_decision(
        decision=decision,
        by=resident.person,
        reasons="We all feel it.",
        minority_view="Mornings are long too.",
        others_reason="We begin with one thing.",
    )

    assert (decision.status, decision.mode) == ("decided", "joint_consensus")
    assert (decision.non_public_share, decision.partners_then) == (Decimal("0.5"), 2)
    initiative.refresh_from_db()
    assert (initiative.problem, initiative.state) == ("The evenings are long.", "designing")
    assert initiative.problem_locked_at == decision.decided_at
    assert Adoption.objects.get().contribution == taken
    assert Adoption.objects.get().decision_key == key_of(decision)
    assert Standing.objects.get(pk=taken.pk).status == "used"
    left = Standing.objects.get(pk=not_taken.pk)
    assert (left.status, left.reason) == ("not_used", "We begin with one thing.")
    assert Notice.objects.filter(person=giver, kind="ledger.used").count() == 1
    assert Notice.objects.filter(person=other, kind="ledger.not_used").count() == 1
    rows = Contribution.objects.filter(kind="decision").order_by("side")
    assert [(row.side, row.units, row.phase) for row in rows] == [
        ("non_public", 0, "define"),
        ("public", 0, "define"),
    ]
    assert Happening.objects.filter(what="initiatives.decision_taken").count() == 1
    assert outcome_in_words(decision) == (
        "All partners agreed. 2 of 2 partners took part. At least 1 must."
    )


def test_many_who_are_left_out_are_answered_by_the_queue(monkeypatch, client):
    monkeypatch.setattr(closing, "AT_ONCE", 2)
    initiative = InitiativeFactory(state=State.DEFINING)
    staff = person_with("facilitator", initiative.municipality)
    given = [idea(initiative).pk for _ in range(5)]
    their_own = give(
        account=initiative.account,
        hand=hand(key="self:facilitator", by=staff, municipality=initiative.municipality),
        phase="define",
        kind="idea",
        is_input=True,
    )
    decision = decide_alone(
        initiative=initiative,
        hand=hand(key="self:facilitator", by=staff, municipality=initiative.municipality),
        title="Cookery",
        text="We cook.",
        reasons="It is our duty.",
        others_reason="They can wait.",
    )
    answered = Standing.objects.filter(pk__in=given, status="not_used", reason="They can wait.")

    assert answered.count() == 2
    assert decision.mode == "public_after_input_answered"
    work_off()
    assert answered.count() == 5
    assert set(answered.values_list("answered_at", flat=True)) == {decision.decided_at}
    assert Standing.objects.get(pk=their_own.pk).answered_at is None
    assert (
        "They can wait."
        in client.get(
            decision.get_absolute_url(),
            headers={"host": initiative.municipality.host_names.get().host},
        ).text
    )
    assert Notice.objects.filter(kind="ledger.not_used").count() == 5


def test_without_a_reason_the_others_go_on_waiting():
    initiative = InitiativeFactory(state=State.DEFINING)
    resident, _public = partnership(initiative)
    waiting = idea(initiative)
    decision = ask(initiative, resident.person)
    say(decision, resident)
    close_decision(decision=decision, by=resident.person, reasons="Enough.")

    assert Standing.objects.get(pk=waiting.pk).answered_at is None


def test_a_vote_names_the_share_of_each_side():
    initiative = InitiativeFactory()
    residents = [PartnerFactory(initiative=initiative) for _ in range(3)]
    public = public_partner(initiative)
    signed_agreement(initiative, *residents, public, rule="vote", quorum_percent=75)
    decision = ask(initiative, residents[0].person, what="problem")
    say(decision, residents[0])
    say(decision, residents[1])
    say(decision, residents[2], "aside")
    say(decision, public, "against", "Too dear")

    decision = close_decision(decision=decision, by=residents[0].person, reasons="Two to one.")

    assert (decision.mode, decision.non_public_share) == ("joint_vote", Decimal("0.6667"))


@pytest.mark.parametrize(
    ("way", "stances", "lapse"),
    [
        ("consent", ["for", "aside"], ""),
        ("consent", ["for", "against"], "objection"),
        ("consent", ["aside", "aside"], "no_majority"),
        ("consensus", ["for", "for"], ""),
        ("consensus", ["for", "aside"], "disagreement"),
        ("vote", ["for", "for", "against"], ""),
        ("vote", ["for", "against"], "no_majority"),
        ("vote", ["for"], "quorum"),
        ("vote", [], "quorum"),
    ],
)
def test_each_rule_says_when_it_passes(way, stances, lapse):
    voices = [("non_public", stance) for stance in stances]

    tally = count_voices(way=way, quorum_percent=50, partners=4, voices=voices)

    assert tally.lapse == lapse


@given(
    way=st.sampled_from(["consent", "consensus", "vote"]),
    voices=st.lists(
        st.tuples(
            st.sampled_from(["public", "non_public"]), st.sampled_from(["for", "against", "aside"])
        )
    ),
    quorum=st.integers(1, 100),
)
def test_power_is_a_share_and_only_both_sides_are_joint(way, voices, quorum):
    tally = count_voices(way=way, quorum_percent=quorum, partners=len(voices), voices=voices)

    assert 0 <= tally.non_public_share <= 1
    assert bool(tally.joint_mode) == (0 < tally.non_public < tally.powers)
    assert 1 <= tally.needed <= max(1, len(voices))


def test_a_quorum_that_is_missed_is_said_in_words():
    initiative = InitiativeFactory()
    residents = [PartnerFactory(initiative=initiative) for _ in range(3)]
    signed_agreement(initiative, *residents, quorum_percent=67)
    decision = ask(initiative, residents[0].person)
    say(decision, residents[0])

    decision = close_decision(decision=decision, by=residents[0].person, reasons="Time is up.")

    assert (decision.status, decision.lapsed_because, decision.mode) == ("lapsed", "quorum", "")
    assert outcome_in_words(decision) == (
        "Too few partners took part. 1 of 3 partners took part. At least 3 must."
    )
    assert not Contribution.objects.filter(kind="decision").exists()


def test_when_only_the_public_side_speaks_it_decided_alone():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    decision = ask(initiative, resident.person, what="problem")
    say(decision, public)

    decision = close_decision(decision=decision, by=resident.person, reasons="Only they came.")

    assert (decision.mode, decision.non_public_share) == ("public_alone", 0)


def test_when_only_residents_speak_it_is_theirs():
    initiative = InitiativeFactory()
    resident, _public = partnership(initiative)
    decision = ask(initiative, resident.person, what="problem")
    say(decision, resident)

    decision = close_decision(decision=decision, by=resident.person, reasons="Only we came.")

    assert (decision.mode, decision.non_public_share) == ("delegated", 1)


def test_voices_of_those_who_left_do_not_count():
    initiative = InitiativeFactory()
    residents = [PartnerFactory(initiative=initiative) for _ in range(2)]
    public = public_partner(initiative)
    signed_agreement(initiative, *residents, public)
    decision = ask(initiative, residents[0].person)
    say(decision, public)
    say(decision, residents[1])
    leave(partner=public, by=public.contact, reason="Cut")

    assert tally_of(decision).voiced == 1
    decision = close_decision(decision=decision, by=residents[0].person, reasons="On we go.")
    assert decision.mode == "delegated"


def test_a_voice_after_closing_day_still_counts_as_it_was_when_a_partner_leaves_later():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    decision = ask(initiative, resident.person)
    say(decision, resident)
    say(decision, public)
    decision = close_decision(decision=decision, by=resident.person, reasons="Yes.")
    leave(partner=resident, by=resident.person, reason="Moved")

    assert (tally_of(decision).voiced, tally_of(decision).partners) == (2, 2)


def test_opening_refuses_in_order():
    initiative = InitiativeFactory()
    raiser = initiative.raised_by

    with pytest.raises(NotYoursToChange):
        ask(initiative, PersonFactory())
    with pytest.raises(NoAgreementYet):
        ask(initiative, raiser)
    partnership(initiative)
    with pytest.raises(DayLiesBehind):
        ask(initiative, raiser, closes_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(AgreeOnTheProblemFirst):
        ask(initiative, raiser, what="solution")
    with pytest.raises(TextIsMissing):
        ask(initiative, raiser, text=" ")
    with pytest.raises(NotOfThisInitiative):
        ask(initiative, raiser, proposals=[idea(InitiativeFactory()).pk])
    ask(initiative, raiser, what="problem")
    with pytest.raises(OneQuestionAtATime):
        ask(initiative, raiser, what="problem")
    initiative.state = State.PAUSED
    initiative.save()
    with pytest.raises(NotOpen):
        ask(initiative, raiser)


def test_a_locked_problem_is_not_decided_again():
    initiative = InitiativeFactory(problem_locked_at=timezone.now())
    partnership(initiative)

    with pytest.raises(ProblemIsLocked):
        ask(initiative, initiative.raised_by, what="problem")


def test_a_voice_is_refused_in_order():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    decision = ask(initiative, resident.person)
    stranger = PartnerFactory()

    with pytest.raises(NotYourPartnership):
        give_voice(decision=decision, partner=public, stance="for", by=resident.person)
    with pytest.raises(NoVoiceHere):
        say(decision, stranger)
    with pytest.raises(ObjectionNeedsAReason):
        say(decision, resident, "against")
    say(decision, resident, "against", "Too late in the evening")
    with pytest.raises(VoicedAlready):
        say(decision, resident)
    withdraw_decision(decision=decision, by=resident.person, reasons="We rewrite it.")
    with pytest.raises(DecisionIsClosed):
        say(decision, public)


def test_no_voice_after_the_last_day():
    initiative = InitiativeFactory()
    resident, _public = partnership(initiative)
    yesterday = timezone.localdate() - timedelta(days=1)
    decision = DecisionFactory(initiative=initiative, closes_on=yesterday)

    with pytest.raises(DecisionIsClosed):
        say(decision, resident)


def test_a_partner_can_be_convinced():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    decision = ask(initiative, resident.person)
    voice = say(decision, resident, "against", "Too late")

    with pytest.raises(NotYourPartnership):
        change_voice(voice=voice, stance="for", by=public.contact)
    voice = change_voice(voice=voice, stance="for", by=resident.person)

    assert (voice.stance, voice.reason, decision.voices.count()) == ("for", "", 1)


def test_closing_refuses_in_order():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    tomorrow = timezone.localdate() + timedelta(days=1)
    decision = ask(initiative, resident.person, closes_on=tomorrow)
    say(decision, resident)

    with pytest.raises(NotYoursToChange):
        close_decision(decision=decision, by=PersonFactory(), reasons="Yes")
    with pytest.raises(StillTimeForVoices):
        close_decision(decision=decision, by=resident.person, reasons="Yes")
    say(decision, public)
    with pytest.raises(ReasonsAreMissing):
        close_decision(decision=decision, by=resident.person, reasons=" ")
    close_decision(decision=decision, by=resident.person, reasons="Yes")
    with pytest.raises(DecisionIsClosed):
        close_decision(decision=decision, by=resident.person, reasons="Yes")


def test_a_question_taken_back_says_so():
    initiative = InitiativeFactory()
    resident, _public = partnership(initiative)
    decision = ask(initiative, resident.person)

    decision = withdraw_decision(decision=decision, by=resident.person, reasons="Too early.")

    assert outcome_in_words(decision) == "The proposal was taken back. Nothing was decided."


@pytest.mark.parametrize(
    ("inputs", "answered", "mode"),
    [
        (0, 0, "public_alone"),
        (3, 1, "public_after_input_unanswered"),
        (2, 1, "public_after_input_answered"),
    ],
)
def test_a_public_decision_says_whether_the_input_was_answered(inputs, answered, mode):
    initiative = InitiativeFactory()
    leader = person_with("leader", initiative.municipality)
    for number in range(inputs):
        row = idea(initiative)
        if number < answered:
            settle(contribution=row, status="forwarded", by=leader)

    decision = decide_alone(
        initiative=initiative,
        hand=hand_in(initiative, leader, "self:leader"),
        what="problem",
        title="The problem",
        text="Lonely old people.",
        reasons="The figures say so.",
    )

    assert (decision.mode, decision.non_public_share) == (mode, 0)
    row = Contribution.objects.get(kind="decision")
    assert (row.side, row.actor_kind) == ("public", "leader")


def test_a_grouped_answer_in_the_decision_is_an_answer():
    initiative = InitiativeFactory()
    leader = person_with("leader", initiative.municipality)
    rows = [idea(initiative) for _ in range(2)]

    decision = decide_alone(
        initiative=initiative,
        hand=hand_in(initiative, leader, "self:leader"),
        title="A plan",
        text="Two benches.",
        reasons="There is money for two.",
        others_reason="There is no money for more.",
        proposals=[rows[0].pk],
    )

    assert decision.mode == "public_after_input_answered"


def test_what_was_taken_back_asks_for_no_answer():
    initiative = InitiativeFactory()
    leader, giver = person_with("leader", initiative.municipality), PersonFactory()
    settle(contribution=idea(initiative, giver), status="withdrawn", by=giver)

    decision = decide_alone(
        initiative=initiative,
        hand=hand_in(initiative, leader, "self:leader"),
        title="A plan",
        text="Two benches.",
        reasons="There is money for two.",
    )

    assert decision.mode == "public_alone"


def test_what_was_taken_back_meanwhile_is_not_adopted():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    giver = PersonFactory()
    chosen = idea(initiative, giver)
    decision = ask(initiative, resident.person, what="problem", proposals=[chosen.pk])
    settle(contribution=chosen, status="withdrawn", by=giver)

    for partner in (resident, public):
        say(decision, partner)
    close_decision(decision=decision, by=resident.person, reasons="We all feel it.")

    assert Standing.objects.get(pk=chosen.pk).status == "withdrawn"
    assert not Adoption.objects.exists()


def test_residents_alone_decide_for_themselves():
    initiative = InitiativeFactory()

    decision = decide_alone(
        initiative=initiative,
        hand=hand_in(initiative, initiative.raised_by, "self:resident"),
        what="problem",
        title="The problem",
        text="Nowhere to meet.",
        reasons="We live here.",
    )

    assert (decision.mode, decision.non_public_share) == ("delegated", 1)
    initiative.refresh_from_db()
    assert initiative.problem == "Nowhere to meet."


def test_deciding_alone_refuses_in_order():
    initiative = InitiativeFactory()
    raiser, employee = initiative.raised_by, person_with("employee", initiative.municipality)
    facts = {"initiative": initiative, "title": "A plan", "text": "Two benches."}
    as_resident = hand_in(initiative, raiser, "self:resident")

    with pytest.raises(NotYourPower):
        decide_alone(
            hand=hand_in(initiative, employee, "self:employee"), reasons="Because", **facts
        )
    with pytest.raises(NotYourPower):
        decide_alone(
            hand=hand_in(initiative, PersonFactory(), "self:resident"), reasons="Because", **facts
        )
    with pytest.raises(ReasonsAreMissing):
        decide_alone(hand=as_resident, reasons="", **facts)
    partnership(initiative)
    with pytest.raises(TheMunicipalityIsAPartner):
        decide_alone(hand=as_resident, reasons="Because", **facts)


def test_only_contributions_to_this_initiative_can_be_chosen():
    initiative = InitiativeFactory()
    mine, gone = idea(initiative, caption="A bench"), idea(initiative, caption="A boat")
    settle(contribution=gone, status="withdrawn", by=None)
    idea(initiative, kind="comment", caption="A bench, yes")
    idea(InitiativeFactory(), caption="A bench elsewhere")
    other = idea(initiative, caption="A tree")

    assert [one.pk for one in candidates(initiative, words="bench")] == [mine.pk]
    assert [one.pk for one in candidates(initiative, words="bench", chosen=[other.pk])] == [
        other.pk,
        mine.pk,
    ]


@pytest.mark.parametrize("voices", [1, 4])
def test_more_voices_ask_no_more_of_the_database(django_assert_num_queries, voices):
    initiative = InitiativeFactory()
    partners = [organisation_partner(initiative) for _ in range(voices + 1)]
    signed_agreement(initiative, *partners)
    decision = ask(initiative, partners[0].contact)
    for partner in partners[:voices]:
        say(decision, partner)

    with django_assert_num_queries(2):
        assert tally_of(decision).voiced == voices


@pytest.mark.django_db(transaction=True)
def test_a_double_click_gives_one_voice():
    initiative = InitiativeFactory()
    resident, _public = partnership(initiative)
    decision = ask(initiative, resident.person)
    ready, outcomes = Barrier(4), []

    def press():
        ready.wait()
        try:
            say(decision, resident)
            outcomes.append("heard")
        except VoicedAlready:
            outcomes.append("already")
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["already", "already", "already", "heard"]
    assert Voice.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_close_at_once_decide_once():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    decision = ask(initiative, resident.person, proposals=[idea(initiative).pk])
    say(decision, resident)
    say(decision, public)
    ready, outcomes = Barrier(2), []

    def press():
        ready.wait()
        try:
            close_decision(decision=decision, by=resident.person, reasons="Yes")
            outcomes.append("decided")
        except DecisionIsClosed:
            outcomes.append("closed")
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["closed", "decided"]
    assert Adoption.objects.count() == 1
    assert Decision.objects.get().status == "decided"


def test_a_decision_waits_for_those_who_have_not_been_heard():
    initiative = InitiativeFactory()
    resident, public = partnership(initiative)
    decision = ask(initiative, resident.person)
    say(decision, resident)
    here = initiative.municipality

    assert not waiting_for(resident.person, here).exists()
    assert list(waiting_for(public.contact, here)) == [decision]
    assert not waiting_for(PersonFactory(), here).exists()


def body_of(*sides_and_stances, way="vote"):
    """The votes of a joint body in which everybody took part."""
    votes = list(sides_and_stances)
    return count_voices(way=way, quorum_percent=50, partners=len(votes), voices=votes)


def decide_by(initiative, tally, **more):
    facts = {"title": "Recommendation 1", "text": "Open until nine.", "reasons": "It is wanted."}
    return decide_together(
        initiative=initiative, by=initiative.raised_by, tally=tally, hands=[], **facts | more
    )


def test_a_joint_body_decides_by_its_own_count_and_takes_contributions_in():
    initiative = InitiativeFactory()
    given = idea(initiative)
    votes = [("non_public", "for")] * 10 + [("public", "for")] * 4 + [("public", "against")]

    decision = decide_by(
        initiative, body_of(*votes), proposals=[given.pk], minority_view="Too dear"
    )

    assert (decision.mode, decision.non_public_share) == ("joint_vote", Decimal("0.6667"))
    assert (decision.status, decision.minority_view) == ("decided", "Too dear")
    assert outcome_in_words(decision) == "The partners voted"
    assert Standing.objects.get(pk=given.pk).status == "used"


def test_what_a_joint_body_voted_down_is_no_decision():
    initiative = InitiativeFactory()

    with pytest.raises(ItWasNotDecided):
        decide_by(initiative, body_of(("non_public", "for"), ("public", "against")))
    with pytest.raises(ReasonsAreMissing):
        decide_by(initiative, body_of(("non_public", "for"), ("public", "for")), reasons=" ")

    assert not initiative.decisions.exists()
