import uuid
from decimal import Decimal

import pytest

from samskap.base.models import Happening
from samskap.conversations.actions.talking import edit, remove
from samskap.conversations.actions.threads import keep, pin
from samskap.conversations.errors import (
    AnswersHaveNoAnswers,
    CommentIsGone,
    NothingToSay,
    NotYourComment,
    NotYoursToKeep,
    NotYoursToWriteDown,
    ThreadIsClosed,
)
from samskap.conversations.hosts import about_decision
from samskap.conversations.models import Comment, Thread
from samskap.ledger.hands import paper_hand
from samskap.ledger.models import Contribution, FateStatus
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.people.errors import SignInNeeded
from samskap.testing.factories.conversations import comment, subject
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.people import PersonFactory, RoleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    """A decision that people talk about."""
    return subject()


@pytest.fixture
def facilitator(about):
    """Somebody who facilitates in that municipality."""
    return RoleFactory(municipality=about.initiative.municipality, role="facilitator").person


def kept(about, by, **more):
    """Keep a thread as it is, apart from what is told."""
    plain = {"has_columns": False, "is_quiet": False, "is_closed": False}
    plain |= {"summary": "", "summary_language": "en"}
    return keep(subject=about, by=by, **plain | more)


def labels():
    """What everybody has been told, the newest first."""
    return list(Notice.objects.order_by("-pk").values_list("person__given_name", "label"))


def test_a_comment_is_said_counted_remembered_and_a_small_row_of_the_ledger(about):
    said = comment(about=about)

    row = said.contribution
    assert (row.kind, row.units) == ("comment", Decimal("0.2"))
    assert (row.is_independent, row.is_input) == (False, False)
    assert row.standing.path == said.get_absolute_url()
    assert Thread.objects.get().comments_shown == 1
    assert Happening.objects.filter(what="conversations.said").count() == 1


def test_one_thing_has_one_thread_that_follows_its_title(about):
    comment(about=about)
    decision = about.initiative.decisions.get()
    decision.title = "Another title"
    decision.save()

    comment(about=about_decision(decision))

    assert Thread.objects.get().label == "Another title"


def test_the_same_form_sent_twice_says_it_once(about):
    ada, key = PersonFactory(), uuid.uuid4()

    first, second = (comment(about=about, person=ada, form_key=key) for _ in range(2))

    assert first == second
    assert (Comment.objects.count(), Contribution.objects.count()) == (1, 1)
    assert Thread.objects.get().comments_shown == 1


def test_answers_stand_one_level_below(about):
    said = comment(about=about)
    answer = comment(about=about, above=said)

    with pytest.raises(AnswersHaveNoAnswers):
        comment(about=about, above=answer)

    said.refresh_from_db()
    assert (said.answers_shown, Thread.objects.get().comments_shown) == (1, 2)


def test_an_answer_belongs_to_the_thread_of_what_it_answers(about):
    elsewhere = comment()

    with pytest.raises(CommentIsGone):
        comment(about=about, above=elsewhere)


def test_nothing_is_said_with_blanks_only(about):
    with pytest.raises(NothingToSay):
        comment(about=about, text="  \n ")


def test_whoever_cannot_be_reached_does_not_talk(about):
    with pytest.raises(SignInNeeded):
        comment(about=about, person=PersonFactory(level=0))


def test_where_the_initiative_takes_nothing_in_nothing_is_said():
    paused = InitiativeFactory(state="paused", state_before="defining")

    with pytest.raises(ThreadIsClosed):
        comment(about=subject(paused))

    assert not Comment.objects.exists()


def test_a_closed_thread_takes_no_more_words(about, facilitator):
    said = comment(about=about)
    kept(about, facilitator, is_closed=True)

    with pytest.raises(ThreadIsClosed):
        comment(about=about)
    with pytest.raises(ThreadIsClosed):
        edit(comment=said, text="Anew", language="en", by=said.by)


def test_whoever_is_answered_hears_it_once_even_when_mentioned_too(about):
    ada, bo = PersonFactory(given_name="Astri"), PersonFactory(given_name="Birger")
    said = comment(about=about, person=ada)

    comment(about=about, person=bo, above=said, text="Yes @Astri, and thank you @Astri!")

    assert labels() == [("Astri", f"There is an answer to what you wrote about “{about.label}”.")]


def test_only_those_one_can_see_here_are_told_that_they_are_mentioned(about):
    ada = PersonFactory(given_name="Astri")
    PersonFactory(given_name="Cornelia")  # takes no part in this
    comment(about=about, person=ada)

    comment(
        about=about, person=PersonFactory(given_name="Birger"), text="@astri and @Cornelia, look!"
    )

    assert labels() == [("Astri", f"You are mentioned in what is said about “{about.label}”.")]


def test_nobody_is_told_twice_when_a_comment_is_worded_anew(about):
    ada, bo, dag = (PersonFactory(given_name=name) for name in ("Astri", "Birger", "Dordi"))
    for person in (ada, dag):
        comment(about=about, person=person)
    said = comment(about=about, person=bo, text="@Astri, look!")

    edit(comment=said, text="@Astri and @Dordi, look!", language="en", by=bo)

    assert [name for name, _label in labels()] == ["Dordi", "Astri"]


def test_a_quiet_thread_tells_nobody(about, facilitator):
    said = comment(about=about)
    kept(about, facilitator, is_quiet=True)

    comment(about=about, above=said, text=f"@{said.by.shown_name}!")

    assert labels() == []


def test_a_notice_never_keeps_the_words_of_a_comment(about):
    said = comment(about=about)

    comment(about=about, above=said, text="A secret")

    assert "secret" not in str(Notice.objects.values().get())


def test_a_comment_worded_anew_shows_how_it_read(about):
    said = comment(about=about, text="Frist")

    edit(comment=said, text="First", language="nb", by=said.by)

    said.refresh_from_db()
    assert (said.text, said.language, said.edited_at is not None) == ("First", "nb", True)
    assert list(said.wordings.values_list("text", "language", "at")) == [("Frist", "en", said.at)]


def test_the_same_words_again_are_no_new_wording(about):
    said = comment(about=about, text="First")

    edit(comment=said, text=" First ", language="en", by=said.by)

    said.refresh_from_db()
    assert (said.edited_at, said.wordings.count()) == (None, 0)


def test_nobody_changes_or_removes_the_words_of_somebody_else(about, facilitator):
    said = comment(about=about)

    with pytest.raises(NotYourComment):
        edit(comment=said, text="Mine", language="en", by=facilitator)
    with pytest.raises(NotYourComment):
        remove(comment=said, by=facilitator)


def test_removed_words_are_gone_everywhere_and_the_answers_stay(about):
    said = comment(about=about, text="My secret")
    edit(comment=said, text="My other secret", language="en", by=said.by)
    answer = comment(about=about, above=said, text="I see.")

    remove(comment=said, by=said.by)

    said.refresh_from_db()
    assert (said.text, said.state, said.wordings.count()) == ("", "removed", 0)
    assert said.contribution.standing.status == FateStatus.WITHDRAWN
    assert (Thread.objects.get().comments_shown, said.answers.get()) == (1, answer)
    with pytest.raises(CommentIsGone):
        comment(about=about, above=said)


def test_an_account_goes_with_its_words_and_the_thread_can_still_be_followed(about):
    ada = PersonFactory()
    said = comment(about=about, person=ada, text="About me")
    answer = comment(about=about, above=said, text="I see.")

    delete_account(by=ada, is_sure=True)

    said.refresh_from_db()
    answer.refresh_from_db()
    assert (said.by, said.text, said.state) == (None, "", "removed")
    assert (answer.text, answer.state) == ("I see.", "shown")
    assert Contribution.objects.count() == 2


def test_what_came_on_paper_is_written_down_by_a_facilitator(about, facilitator):
    hand = paper_hand(by=facilitator, municipality=about.initiative.municipality, name="Astrid")

    said = comment(about=about, hand=hand)

    assert (said.by, said.entered_by, said.giver.name) == (None, facilitator, "Astrid")
    assert (said.channel, said.contribution.entered_on_behalf) == ("paper", True)


def test_a_resident_does_not_write_down_for_others(about):
    hand = paper_hand(by=PersonFactory(), municipality=about.initiative.municipality)

    with pytest.raises(NotYoursToWriteDown):
        comment(about=about, hand=hand)


def test_a_column_is_kept_only_where_the_thread_has_columns(about, facilitator):
    before = comment(about=about, column="for")
    kept(about, facilitator, has_columns=True)

    after = comment(about=about, column="works")

    assert (before.column, after.column) == ("", "works")


def test_a_summary_says_who_wrote_it(about, facilitator):
    thread = kept(about, facilitator, summary="We agree on the bench.", summary_language="nn")

    assert (thread.summary, thread.summary_language, thread.summarised_by) == (
        "We agree on the bench.",
        "nn",
        facilitator,
    )


def test_only_facilitators_keep_and_pin(about):
    said = comment(about=about)

    with pytest.raises(NotYoursToKeep):
        kept(about, said.by, is_quiet=True)
    with pytest.raises(NotYoursToKeep):
        pin(comment=said, by=said.by, is_pinned=True)


def test_removed_words_are_pinned_no_longer_and_cannot_be_pinned(about, facilitator):
    said = comment(about=about)
    pin(comment=said, by=facilitator, is_pinned=True)

    remove(comment=said, by=said.by)

    said.refresh_from_db()
    assert said.pinned_at is None
    with pytest.raises(CommentIsGone):
        pin(comment=said, by=facilitator, is_pinned=True)
