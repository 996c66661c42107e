"""Telling people what happened, within their limits."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from samskap.base.queue.worker import work_off
from samskap.notices import actions, queries
from samskap.notices.errors import LinkIsNotValid
from samskap.notices.models import Letter, Limits, Notice
from samskap.notices.unsubscribing import path_for
from samskap.people.actions import delete_account
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.notices import LimitsFactory, NoticeFactory
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


def tell(person, municipality, label="Your idea has an answer", **more):
    facts = {"kind": "ideas.answered", "text": "The partners use it.", "path": "/ideas/7/"}
    return actions.tell(person=person, municipality=municipality, label=label, **(facts | more))


def letters():
    work_off()
    return list(mail.outbox)


def test_whoever_is_told_finds_it_here_and_in_the_mail(municipality):
    ada = PersonFactory()

    notice = tell(ada, municipality)

    assert list(queries.notices_of(ada, municipality)) == [notice]
    assert queries.unread_count(ada, municipality) == 1
    [letter] = letters()
    assert letter.to == [ada.email]
    assert letter.subject == f"{municipality.short_name}: Your idea has an answer"
    assert "The partners use it." in letter.body
    assert "http://testserver/ideas/7/" in letter.body
    notice.letter.refresh_from_db()
    assert notice.letter.outcome == "sent"


@pytest.mark.parametrize(
    ("language", "word"), [("nb", "Ja"), ("nn", "Ja"), ("da", "Ja"), ("en", "Yes")]
)
def test_it_is_said_in_the_language_of_the_reader_not_of_the_writer(municipality, language, word):
    ada = PersonFactory(language=language)
    label = format_lazy("{word}: {title}", word=gettext_lazy("Yes"), title="Badebrygge")

    with translation.override("da" if language != "da" else "en"):
        notice = tell(ada, municipality, label=label)

    assert (notice.label, notice.language) == (f"{word}: Badebrygge", language)
    with translation.override(language):
        assert translation.gettext("Read more:") in letters()[0].body


def test_who_chose_no_language_is_spoken_to_in_the_municipality_s_first():
    danish = MunicipalityFactory(default_language="da")

    assert tell(PersonFactory(), danish).language == "da"


def test_who_wants_no_mail_gets_none_but_finds_it_here(municipality):
    ada = LimitsFactory(mail="never").person

    notice = tell(ada, municipality)

    assert letters() == []
    assert notice.letter is None
    assert not notice.goes_out
    assert queries.unread_count(ada, municipality) == 1


def test_above_the_limit_nothing_is_mailed_and_the_next_mail_lists_it(municipality):
    ada = LimitsFactory(mails_a_week=2).person
    for number in range(1, 15):
        tell(ada, municipality, label=f"Answer no. {number}")
    assert [letter.subject[-5:] for letter in letters()] == ["no. 1", "no. 2"]

    ada.letters.update(made_at=timezone.now() - timedelta(days=8))
    tell(ada, municipality, label="Answer no. 15")

    [_first, _second, third] = letters()
    assert third.subject.endswith("Answer no. 15")
    assert "Answer no. 14" in third.body
    assert "Answer no. 5" in third.body
    assert "Answer no. 4" not in third.body
    assert "and 2 more" in third.body
    assert not Notice.objects.filter(person=ada, letter=None).exists()


def test_one_mail_counts_once_however_much_it_lists(municipality):
    ada = LimitsFactory(mails_a_week=2).person
    NoticeFactory.create_batch(3, person=ada, municipality=municipality)

    tell(ada, municipality)
    tell(ada, municipality)
    tell(ada, municipality)

    assert len(letters()) == 2
    assert ada.limits.letters_since(timezone.now() - timedelta(days=7)) == 2


def test_what_is_read_here_is_not_listed_in_a_mail(municipality):
    ada = PersonFactory()
    NoticeFactory(person=ada, municipality=municipality, label="Seen", read_at=timezone.now())
    NoticeFactory(person=ada, label="Of another municipality")

    tell(ada, municipality)

    [letter] = letters()
    assert "Seen" not in letter.body
    assert "Of another municipality" not in letter.body
    assert "You have not read this either" not in letter.body


def test_nothing_is_told_when_the_act_is_undone(municipality):
    ada = PersonFactory()
    with transaction.atomic():
        tell(ada, municipality)
        transaction.set_rollback(True)

    assert letters() == []
    assert not Notice.objects.exists()


def test_the_link_in_the_mail_ends_all_mail(municipality):
    ada, bo = PersonFactory(), PersonFactory()
    token = path_for(ada).rsplit("/", 2)[1]

    actions.unsubscribe(token=token)

    tell(ada, municipality)
    tell(bo, municipality)
    assert [letter.to for letter in letters()] == [[bo.email]]


@pytest.mark.parametrize("token", ["", "x", "x:y", "6f1c2d34-0000-0000-0000-000000000000:abc"])
def test_a_broken_link_ends_nothing(token):
    LimitsFactory()

    with pytest.raises(LinkIsNotValid):
        actions.unsubscribe(token=token)

    assert not Limits.objects.filter(mail="never").exists()


def test_a_deleted_account_is_told_nothing_more_and_nothing_told_is_kept(municipality):
    ada = PersonFactory()
    tell(ada, municipality)

    delete_account(by=ada, is_sure=True)
    ada.refresh_from_db()

    assert not Notice.objects.exists()
    assert not Letter.objects.exists()
    assert not Limits.objects.exists()
    assert tell(ada, municipality) is None


def test_only_the_own_notices_are_marked_as_read(municipality):
    ada = PersonFactory()
    mine = NoticeFactory.create_batch(2, person=ada, municipality=municipality)
    elsewhere = NoticeFactory(person=ada)
    others = NoticeFactory(municipality=municipality)

    assert actions.mark_read(by=ada, municipality=municipality, notice=others) == 0
    assert actions.mark_read(by=ada, municipality=municipality, notice=mine[0]) == 1
    assert queries.unread_count(ada, municipality) == 1
    assert actions.mark_read(by=ada, municipality=municipality) == 1

    assert set(Notice.objects.filter(read_at=None)) == {elsewhere, others}


def test_what_one_wants_only_here_leaves_the_house_in_no_letter(municipality):
    ada = PersonFactory()
    actions.choose_wishes(by=ada, ways={"ideas": "here"})

    quiet = tell(ada, municipality)
    tell(ada, municipality, kind="ledger.used", label="It is being used")

    [letter] = letters()
    assert letter.subject.endswith("It is being used")
    assert quiet.label not in letter.body
    assert queries.unread_count(ada, municipality) == 2


def test_catching_up_begins_anew_and_marks_all_as_read(municipality):
    ada = PersonFactory()
    NoticeFactory(person=ada, municipality=municipality, kind="ledger.used", label="Before")
    actions.catch_up(by=ada, municipality=municipality)
    NoticeFactory(person=ada, municipality=municipality, kind="ledger.used", label="After")

    since = queries.caught_up_until(ada, municipality)
    told = queries.told_since(ada, municipality, since)

    assert [notice.label for notice in told["ledger"]] == ["After"]
    assert queries.unread_count(ada, municipality) == 1


def test_the_name_of_whoever_leaves_goes_from_what_others_were_told(municipality):
    ada, bo = PersonFactory(language="nb"), PersonFactory(given_name="Leavingbo")
    said = {"label": "Leavingbo asks", "text": "Leavingbo writes", "kind": "rotas.swap"}
    notice = tell(ada, municipality, names=bo, **said)
    about_herself = tell(ada, municipality, names=ada)

    delete_account(by=bo, is_sure=True)

    notice.refresh_from_db()
    assert (notice.label, notice.text, notice.names) == (
        "Du fikk beskjed om en som har slettet kontoen sin",
        "",
        None,
    )
    assert (notice.path, about_herself.names) == ("/ideas/7/", None)
