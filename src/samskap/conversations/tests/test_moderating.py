from datetime import timedelta

import pytest
from django.utils import timezone

from samskap.conversations.actions.moderating import appeal, decide_appeal, judge, report
from samskap.conversations.actions.talking import edit, remove
from samskap.conversations.actions.threads import pin
from samskap.conversations.errors import (
    AppealIsDecided,
    CommentIsGone,
    NothingIsReported,
    NotYourComment,
    NotYoursToAppeal,
    NotYoursToJudge,
    SayWhy,
    SomebodyElseDecides,
    YourOwnComment,
)
from samskap.conversations.models import Report, Thread, Verdict
from samskap.conversations.queries.moderation import (
    log_of,
    open_appeals,
    reported,
    years_of,
)
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.testing.factories.conversations import comment, subject, verdict
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    """A decision that people talk about."""
    return subject()


@pytest.fixture
def here(about):
    """The municipality where they talk."""
    return about.initiative.municipality


@pytest.fixture
def facilitator(here):
    """Somebody who decides what stands."""
    return person_with("facilitator", here)


@pytest.fixture
def leader(here):
    """Somebody else, who hears appeals."""
    return person_with("leader", here)


def hide(said, by, **more):
    """Hide a comment because it is astray."""
    return judge(comment=said, by=by, hides=True, ground="astray", reason="About boats.", **more)


def let_stand(said, by):
    """Let a reported comment stand."""
    return judge(comment=said, by=by, hides=False, reason="Sharp, but about the matter.")


def told(person):
    """What a person has been told, the newest first."""
    return list(Notice.objects.filter(person=person).values_list("kind", "text"))


def test_a_report_hides_nothing_by_itself_however_many_there_are(about, facilitator, here):
    said = comment(about=about)

    for _ in range(5):
        report(comment=said, by=PersonFactory(), ground="hate")

    said.refresh_from_db()
    assert said.state == "shown"
    assert reported(facilitator, here).get().reports_open == 5


def test_the_same_person_reports_once_until_it_is_judged(about, facilitator):
    said, ada = comment(about=about), PersonFactory()

    first, second = (report(comment=said, by=ada, ground="hate") for _ in range(2))
    let_stand(said, facilitator)
    third = report(comment=said, by=ada, ground="attack")

    assert first == second
    assert (Report.objects.count(), third.verdict) == (2, None)


def test_nobody_reports_or_judges_their_own_words(about, facilitator):
    own = comment(about=about, person=facilitator)

    with pytest.raises(YourOwnComment):
        report(comment=own, by=facilitator, ground="astray")
    with pytest.raises(YourOwnComment):
        hide(own, facilitator)


def test_a_hidden_comment_is_hidden_with_a_reason_that_its_author_and_reporters_hear(
    about, facilitator
):
    said, ada = comment(about=about), PersonFactory()
    pin(comment=said, by=facilitator, is_pinned=True)
    report(comment=said, by=ada, ground="astray")

    given = hide(said, facilitator)

    said.refresh_from_db()
    assert (said.state, said.verdict, said.pinned_at) == ("hidden", given, None)
    assert said.text == "I like the bench."
    assert Thread.objects.get().comments_shown == 0
    assert given.reports.get().by == ada
    assert told(said.by) == [("conversations.hidden", "About boats.")]
    assert told(ada) == [("conversations.report_judged", "About boats.")]


def test_what_is_let_stand_stands_and_reporters_hear_why(about, facilitator, here):
    said, ada = comment(about=about), PersonFactory()
    report(comment=said, by=ada, ground="astray")

    let_stand(said, facilitator)

    said.refresh_from_db()
    assert said.state == "shown"
    assert told(ada) == [("conversations.report_judged", "Sharp, but about the matter.")]
    assert told(said.by) == []
    assert not reported(facilitator, here).exists()


@pytest.mark.parametrize(
    "given", [{"reason": "  ", "ground": "hate"}, {"reason": "Because.", "ground": ""}]
)
def test_nothing_is_hidden_without_a_ground_and_a_reason(about, facilitator, given):
    with pytest.raises(SayWhy):
        judge(comment=comment(about=about), by=facilitator, hides=True, **given)


def test_what_nobody_has_reported_is_not_let_stand(about, facilitator):
    with pytest.raises(NothingIsReported):
        let_stand(comment(about=about), facilitator)


def test_only_those_who_facilitate_judge(about, leader):
    said = comment(about=about)

    for somebody in (PersonFactory(), leader):
        with pytest.raises(NotYoursToJudge):
            hide(said, somebody)


def test_whoever_facilitates_the_initiative_judges_there_and_sees_only_that(about, here):
    ada = PersonFactory()
    about.initiative.facilitators.add(ada)
    elsewhere = comment()
    said = comment(about=about)
    for one in (said, elsewhere):
        report(comment=one, by=PersonFactory(), ground="hate")

    assert list(reported(ada, here)) == [said]
    assert hide(said, ada).by == ada


def test_what_is_hidden_or_removed_cannot_be_hidden_or_reported_again(about, facilitator):
    hidden = verdict(about=about).comment
    removed = comment(about=about)
    remove(comment=removed, by=removed.by)

    for gone in (hidden, removed):
        with pytest.raises(CommentIsGone):
            hide(gone, facilitator)
        with pytest.raises(CommentIsGone):
            report(comment=gone, by=PersonFactory(), ground="hate")


def test_a_hidden_comment_is_not_worded_anew_but_its_author_may_remove_it(about):
    hidden = verdict(about=about).comment

    with pytest.raises(NotYourComment):
        edit(comment=hidden, text="Other boats", language="en", by=hidden.by)
    remove(comment=hidden, by=hidden.by)

    hidden.refresh_from_db()
    assert (hidden.state, hidden.text) == ("removed", "")
    assert Thread.objects.get().comments_shown == 0


def test_an_appeal_is_decided_by_somebody_else_than_who_hid_it(about, facilitator, leader, here):
    given = verdict(about=about, by=facilitator)
    author = given.comment.by
    appealed = appeal(verdict=given, by=author, text="They are not mine.")

    assert not open_appeals(facilitator, here).exists()
    for concerned in (facilitator, author):
        with pytest.raises(SomebodyElseDecides):
            decide_appeal(appeal=appealed, by=concerned, changes=True, reasons="Yes.")
    assert open_appeals(leader, here).get() == appealed
    decide_appeal(appeal=appealed, by=leader, changes=True, reasons="A gift is no sale.")

    given.comment.refresh_from_db()
    assert given.comment.state == "shown"
    assert given.comment.verdict.by == leader
    assert Thread.objects.get().comments_shown == 1
    assert told(author)[0] == ("conversations.appeal_decided", "A gift is no sale.")


def test_an_appeal_may_be_turned_down_with_reasons(about, leader):
    given = verdict(about=about)
    author = given.comment.by
    appealed = appeal(verdict=given, by=author, text="They are not mine.")

    with pytest.raises(SayWhy):
        decide_appeal(appeal=appealed, by=leader, changes=False, reasons=" ")
    decide_appeal(appeal=appealed, by=leader, changes=False, reasons="It names a price.")

    given.comment.refresh_from_db()
    assert (given.comment.state, given.comment.verdict) == ("hidden", given)
    assert told(author)[0] == ("conversations.appeal_decided", "It names a price.")
    with pytest.raises(AppealIsDecided):
        decide_appeal(appeal=appealed, by=leader, changes=True, reasons="On second thoughts.")


def test_whoever_reported_what_stays_may_appeal_too(about, facilitator, leader):
    said, ada = comment(about=about), PersonFactory()
    report(comment=said, by=ada, ground="private")
    given = let_stand(said, facilitator)

    appealed = appeal(verdict=given, by=ada, text="It names my son.")
    decide_appeal(appeal=appealed, by=leader, changes=True, reasons="It does.")

    said.refresh_from_db()
    assert (said.state, said.verdict.ground, said.verdict.by) == ("hidden", "private", leader)
    assert told(said.by) == [("conversations.hidden", "It does.")]


def test_others_do_not_appeal_nor_twice_nor_after_half_a_year(about):
    given = verdict(about=about)
    late = verdict(about=about)
    Verdict.objects.filter(pk=late.pk).update(at=late.at - timedelta(days=184))
    late.refresh_from_db()

    with pytest.raises(NotYoursToAppeal):
        appeal(verdict=given, by=PersonFactory(), text="I liked it.")
    with pytest.raises(NotYoursToAppeal):
        appeal(verdict=late, by=late.comment.by, text="Now I see.")
    appeal(verdict=given, by=given.comment.by, text="They are not mine.")
    with pytest.raises(NotYoursToAppeal):
        appeal(verdict=given, by=given.comment.by, text="Again.")


def test_a_notice_of_a_hidden_comment_is_in_the_language_of_its_author(about, facilitator):
    said = comment(about=about, person=PersonFactory(language="nn"))

    hide(said, facilitator)

    label = Notice.objects.get(person=said.by).label
    assert label == f"Det du skreiv om «{about.label}», er skjult. Du kan lese kvifor, og klage."


def test_whoever_leaves_is_named_by_no_report_verdict_or_appeal(about, leader):
    ada = PersonFactory()
    given = verdict(about=about, person=ada)
    appeal(verdict=given, by=ada, text="About me")
    report(comment=comment(about=about), by=ada, ground="private", text="About me")

    delete_account(by=ada, is_sure=True)

    for rows in (Report.objects, given.appeals):
        assert rows.values_list("by", "text").get() == (None, "")


def test_the_log_counts_and_hides_what_is_seldom(about, facilitator, leader):
    for _ in range(6):
        said = comment(about=about)
        report(comment=said, by=PersonFactory(), ground="astray")
        hide(said, facilitator)
    report(comment=comment(about=about), by=PersonFactory(), ground="hate")
    year = timezone.localtime(said.at).year

    log = log_of(about.initiative.municipality, year)

    lines = {line.ground: line for line in log.lines}
    assert years_of(about.initiative.municipality) == [year]
    assert (log.total.reported, log.total.hidden, log.total.shown_again) == (7, 6, None)
    assert {line.reported for line in log.lines} <= {6, None}
    assert lines["hate"].reported is None
    assert (log.appeals, log.appeals_changed) == (None, None)


def test_the_log_of_one_municipality_counts_nothing_of_another(about):
    report(comment=comment(), by=PersonFactory(), ground="hate")

    assert years_of(about.initiative.municipality) == []
