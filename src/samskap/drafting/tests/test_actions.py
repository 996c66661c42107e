"""Writing, proposing and deciding."""

import pytest

from samskap.drafting import actions
from samskap.drafting.errors import (
    ItNoLongerFits,
    NotYourChange,
    NotYoursToDecide,
    NotYoursToEnter,
    NotYoursToWrite,
    OwnProposal,
    PartnersDecide,
    PartnersSaidYes,
)
from samskap.drafting.models import Change, Document
from samskap.drafting.queries import text_now
from samskap.ideas.actions import answer_given
from samskap.ideas.errors import AnswerItWhereItStands
from samskap.initiatives.actions.decisions import close_decision, give_voice
from samskap.initiatives.models import Initiative
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Contribution
from samskap.testing.factories.drafting import BUS, change, document, edition, paragraph, writer_of
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import contribution, hand_of
from samskap.testing.factories.partnership import partnership
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db
State = Change.State


def said(text) -> list[str]:
    """What a text says now."""
    return [placed.text for placed in text_now(text)]


def test_two_who_write_at_once_keep_every_word_of_each_other():
    text = document()
    bus, hand = paragraph(text), writer_of(text)
    one, two = BUS.replace("hour", "half hour"), BUS.replace("eight", "eleven")

    first = actions.write(paragraph=bus, hand=hand, text=one, why="Often.", base_version=1)
    second = actions.write(paragraph=bus, hand=hand, text=two, why="Late.", base_version=1)
    again = actions.write(paragraph=bus, hand=hand, text=two, why="Late.", base_version=1)
    clash = actions.write(
        paragraph=bus, hand=hand, text=BUS.replace("eight", "nine"), why="Early.", base_version=1
    )

    assert (first.version, second.version, again.version) == (2, 3, 3)
    assert said(text) == [one.replace("eight", "eleven")]
    assert (clash.now.version, clash.mine) == (3, BUS.replace("eight", "nine"))
    assert Contribution.objects.filter(kind="draft").count() == 1  # one for each writer and text


def test_a_change_that_is_accepted_keeps_the_other_and_tells_its_fate():
    text = document()
    bus = paragraph(text)
    late, often = change(bus), change(bus, text=BUS.replace("every hour", "twice an hour"))
    by = writer_of(text).by

    actions.decide_change(change=late, by=by, state=State.ACCEPTED, answer="Yes.")
    actions.decide_change(change=often, by=by, state=State.ACCEPTED)

    assert said(text) == [BUS.replace("every hour", "twice an hour").replace("eight", "eleven")]
    late.refresh_from_db()
    assert late.contribution.standing.status == "used"
    assert [cause.contribution for cause in late.became.causes.all()] == [late.contribution]


def test_only_those_whom_the_rule_names_decide():
    """Decidim’s CVE-2026-40869: there anybody could accept an amendment."""
    text = document()
    open_one = change(paragraph(text))
    municipality = text.municipality
    others = [
        open_one.contribution.giver.person,
        PersonFactory(),
        *(
            RoleFactory(municipality=municipality, role=role).person
            for role in ("facilitator", "administrator", "leader", "politician", "case_officer")
        ),
    ]

    for by in others:
        for state in (State.ACCEPTED, State.REJECTED, State.ACCEPTED_CHANGED):
            with pytest.raises(NotYoursToDecide):
                actions.decide_change(change=open_one, by=by, state=state, answer="So.", text="So.")
        with pytest.raises(NotYoursToWrite):
            actions.write(
                paragraph=open_one.paragraph,
                hand=hand_of(by, municipality),
                text="So.",
                why="So.",
                base_version=1,
            )

    leads = RoleFactory(municipality=municipality, role="facilitator").person
    with pytest.raises(AnswerItWhereItStands):
        answer_given(given=[open_one.contribution], status="used", by=leads)

    assert said(text) == [BUS]
    assert Initiative.objects.get().account.rows == 2


def test_a_writer_answers_what_others_propose_and_never_what_they_proposed_themself(client):
    text = document()
    one = text.writers.get()
    own = change(paragraph(text), one)
    client.force_login(one)
    page = client.get(own.get_absolute_url())
    for state in (State.ACCEPTED, State.REJECTED):
        with pytest.raises(OwnProposal):
            actions.decide_change(change=own, by=one, state=state, answer="So.")

    assert page.context["form"] is None
    assert "another writer answers it" in page.text
    assert own.get_absolute_url() not in client.get("/desk/").text
    another = PersonFactory()
    text.writers.add(another)
    client.force_login(another)
    assert own.get_absolute_url() in client.get("/desk/").text
    actions.decide_change(change=own, by=another, state=State.ACCEPTED)
    assert said(text) == [own.text]


def test_where_the_partners_decide_their_decision_moves_the_change():
    initiative = InitiativeFactory()
    partners = partnership(initiative)
    text = document(initiative, rule=Document.Rule.PARTNERS)
    bus, by = paragraph(text), writer_of(text).by
    late, often = change(bus), change(bus, text=BUS.replace("every hour", "twice an hour"))
    touches = change(bus, text=BUS.replace("eight", "nine"))
    edition(text)

    with pytest.raises(PartnersDecide):
        actions.write(paragraph=bus, hand=writer_of(text), text="So.", why="So.", base_version=1)
    for one, stance in ((late, "for"), (often, "against"), (touches, "for")):
        with pytest.raises(NotYoursToDecide):
            actions.decide_change(change=one, by=by, state=State.ACCEPTED)
        decision = actions.put_to_partners(change=one, by=by)
        for partner in partners:
            speaker = partner.person or partner.contact
            give_voice(
                decision=decision, partner=partner, stance=stance, by=speaker, reason="So we think."
            )
        close_decision(decision=decision, by=by, reasons="We talked about it.")

    late.refresh_from_db()
    often.refresh_from_db()
    with pytest.raises(PartnersSaidYes):  # nobody says no past them, where it must be put in words
        actions.decide_change(change=touches, by=by, state=State.REJECTED, answer="No.")
    assert (late.state, often.state) == (State.ACCEPTED, State.REJECTED)
    assert (often.answer, often.contribution.standing.status) == ("We talked about it.", "not_used")
    assert said(text) == [BUS.replace("eight", "eleven")]


def test_what_no_longer_fits_is_said_and_accepted_in_other_words():
    text = document()
    bus, by = paragraph(text), writer_of(text).by
    late, later = change(bus), change(bus, text=BUS.replace("eight", "twelve"))
    actions.decide_change(change=late, by=by, state=State.ACCEPTED)

    with pytest.raises(ItNoLongerFits):
        actions.decide_change(change=later, by=by, state=State.ACCEPTED)
    actions.decide_change(
        change=later,
        by=by,
        state=State.ACCEPTED_CHANGED,
        text=BUS.replace("eight", "half past eleven"),
        answer="Between the two.",
        base_version=2,
    )

    later.refresh_from_db()
    assert said(text) == [BUS.replace("eight", "half past eleven")]
    assert later.contribution.standing.status == "partly_used"


def test_whoever_proposed_it_and_nobody_else_withdraws_it():
    text = document()
    open_one = change(paragraph(text))

    with pytest.raises(NotYourChange):
        actions.withdraw_change(change=open_one, by=writer_of(text).by)
    actions.withdraw_change(change=open_one, by=open_one.contribution.giver.person)

    open_one.refresh_from_db()
    assert (open_one.state, open_one.text, open_one.reason) == (State.WITHDRAWN, "", "")


def test_what_came_up_elsewhere_becomes_a_paragraph_with_its_cause():
    text = document()
    initiative = text.initiative
    statement = contribution(account=initiative.account, kind="statement")
    resident = hand_of(PersonFactory(), text.municipality)

    for hand in (writer_of(text), resident):
        actions.take_in(
            initiative=initiative, hand=hand, title="Evening buses, please.", causes=[statement]
        )
    actions.decide_change(change=Change.objects.get(), by=writer_of(text).by, state=State.ACCEPTED)

    causes = [
        [cause.contribution_id for cause in placed.wording.causes.all()]
        for placed in text_now(text)
    ]
    assert said(text) == ["Evening buses, please."] * 2
    assert causes == [[statement.pk], [Change.objects.get().contribution_id, statement.pk]]


def test_what_came_on_paper_counts_the_same_and_is_written_down_by_facilitators():
    text = document()
    bus, municipality = paragraph(text), text.municipality
    leads = RoleFactory(municipality=municipality, role="facilitator").person

    for by in (PersonFactory(), leads):
        hand = paper_hand(by=by, municipality=municipality, name="Astrid Vik", reach="12345678")
        if by == leads:
            proposed = actions.propose_removal(paragraph=bus, hand=hand, reason="It costs much.")
        else:
            with pytest.raises(NotYoursToEnter):
                actions.propose_removal(paragraph=bus, hand=hand, reason="It costs much.")
    actions.decide_change(change=proposed, by=writer_of(text).by, state=State.ACCEPTED)

    assert (proposed.contribution.channel, proposed.contribution.giver.name) == (
        "paper",
        "Astrid Vik",
    )
    assert said(text) == []
