"""Ideas that go on as one: everything that was given is kept, and it can be undone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.desk.actions import answer_alike, put_off
from samskap.ideas import actions, merged, queries
from samskap.ideas.errors import (
    IdeaCarriesOthers,
    IdeaIsMerged,
    ListIsCounted,
    MergedAgainSince,
    MergeIsAdopted,
    MergeIsAnswered,
    MergeIsTooOld,
    NothingToMerge,
    NotOfOneInitiative,
    NotYoursToMerge,
    NotYoursToObject,
    SayWhyTheyBelongTogether,
)
from samskap.ideas.models import Idea, Merge, Objection, PaperSupport, Support
from samskap.ideas.paper import OnPaper
from samskap.ideas.talk import about_idea
from samskap.initiatives.actions.decisions import (
    close_decision,
    decide_alone,
    give_voice,
    open_decision,
)
from samskap.ledger import actions as ledger
from samskap.ledger.models import Adoption, Fate, Giver, Standing
from samskap.ledger.queries import late_answers
from samskap.notices.models import Notice
from samskap.people.actions import delete_account
from samskap.search.actions import read_whole
from samskap.testing.factories.conversations import comment
from samskap.testing.factories.ideas import idea, paper_support
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.ledger import hand_of
from samskap.testing.factories.partnership import partnership
from samskap.testing.factories.people import PersonFactory, person_with

pytestmark = pytest.mark.django_db
WHY = "All three want the ferry back."


@pytest.fixture
def helge(municipality):
    return person_with("facilitator", municipality)


@pytest.fixture
def three(municipality):
    """Three ideas of three people to one initiative, the oldest first."""
    initiative = InitiativeFactory(municipality=municipality)
    titles = ("A ferry on Fridays", "Ferry, please", "The boat across the fjord")
    return [
        idea(
            initiative=initiative,
            person=PersonFactory(given_name=name),
            title=title,
            text=f"Says {name}",
            at=timezone.now() - timedelta(days=days),
        )
        for name, title, days in zip(("Ada", "Bo", "Cille"), titles, (9, 20, 2), strict=True)
    ]


def anew(one: Idea) -> Idea:
    return queries.idea_of(one.municipality).get(pk=one.pk)


def together(three, by, **more):
    """Let the first of them carry the others."""
    plain = {"ideas": three, "into": three[0], "by": by, "reason": WHY}
    return actions.merge(**plain | more)


def supporters(one: Idea) -> set[int]:
    return set(Support.objects.filter(idea=one).values_list("person", flat=True))


def test_whoever_supported_several_counts_once_and_undoing_gives_all_back(three, helge):
    ferry, please, boat = three
    ada, bo, cille = PersonFactory.create_batch(3)
    given = [(ferry, ada), (please, ada), (please, bo), (boat, bo), (boat, cille)]
    for one, person in given:
        actions.support(idea=one, hand=hand_of(person, one.municipality))
    paper_support(idea=ferry, by=helge, name="Dag Vik")
    paper_support(idea=boat, by=helge, name="Dag Vik")
    before = {one.pk: (supporters(one), anew(one).supports) for one in three}

    joined = together(three, helge)

    assert supporters(ferry) == {ada.pk, bo.pk, cille.pk}
    assert anew(ferry).supports == 4  # Dag on paper, once
    actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    assert {one.pk: (supporters(one), anew(one).supports) for one in three} == before
    assert PaperSupport.objects.count() == 2


def test_support_given_and_taken_back_meanwhile_is_so_afterwards_too(three, helge, client):
    ferry, please, _boat = three
    ada, bo = PersonFactory.create_batch(2)
    for one in (ferry, please):
        actions.support(idea=one, hand=hand_of(ada, one.municipality))
    joined = together(three, helge)
    client.force_login(bo)
    client.post(reverse("ideas:support", args=[please.pk]))  # an old page
    actions.stop_supporting(idea=anew(ferry), by=ada)

    assert (supporters(ferry), anew(ferry).supports) == ({bo.pk}, 1)
    actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    assert (supporters(ferry), supporters(please)) == ({bo.pk}, set())
    assert (anew(ferry).supports, anew(please).supports) == (1, 0)


def test_support_written_down_on_an_old_page_counts_where_the_idea_goes_on(three, helge, client):
    ferry, please, boat = three
    together(three, helge)
    client.force_login(helge)
    said = {"channel": "paper", "given_on": "2026-11-01", "names": "Dag Vik; 12 34 56 78"}

    answer = client.post(reverse("ideas:on_paper", args=[please.pk]), said)
    paper_support(idea=ferry, by=helge, name="Eli Vik")
    # Those two were read before they were put together.
    actions.write_down_names(idea=please, names=[OnPaper("Finn Vik")], by=helge)
    actions.write_down_count(idea=boat, people=7, reference="List 2", by=helge)

    assert answer.url == reverse("ideas:on_paper", args=[ferry.pk])
    assert anew(ferry).supports == queries.people_on_paper(ferry) == 10


def test_a_press_that_waited_for_a_merge_counts_where_the_idea_goes_on(three, helge):
    ferry, please, _boat = three
    hand = hand_of(PersonFactory(), please.municipality)
    read_before = queries.idea_to_support.first(municipality=please.municipality_id, key=please.pk)
    together(three, helge)

    first, again = (actions.support(idea=read_before, hand=hand) for _ in range(2))

    assert (first.idea, again) == (ferry, None)
    assert first.contribution.standing.path == ferry.get_absolute_url()
    assert (supporters(ferry), anew(ferry).supports) == ({hand.by.pk}, 1)
    actions.stop_supporting(idea=read_before, by=hand.by)
    assert (supporters(ferry), anew(ferry).supports) == (set(), 0)


def test_lists_that_two_ideas_call_the_same_are_two_lists(three, helge, client):
    ferry, please, _boat = three
    for one, people in ((ferry, 40), (please, 30)):
        actions.write_down_count(idea=one, people=people, reference="List 1", by=helge)
    client.force_login(helge)
    page = client.get(reverse("ideas:merge", args=[ferry.pk]), {"with": please.pk}).text

    joined = together(three, helge)

    assert "The numbers are added up." in page
    assert anew(ferry).supports == 70
    with pytest.raises(ListIsCounted):  # which of the two it would be, nobody could say
        actions.write_down_count(idea=ferry, people=30, reference="list 1", by=helge)
    actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    assert [anew(one).supports for one in three] == [40, 30, 0]


def test_a_name_that_is_taken_off_is_gone_from_all_that_goes_on_as_one(three, helge):
    ferry, please, boat = three
    counted, *_others = [
        paper_support(idea=one, by=helge, name="Dag Vik") for one in (ferry, please)
    ]
    paper_support(idea=boat, by=helge, name="Eli Vik")
    elsewhere = paper_support(
        idea=idea(initiative=ferry.initiative), by=helge, name="Dag Vik", contact="99 99 99 99"
    )
    joined = together(three, helge)
    apart = paper_support(idea=ferry, by=helge, name="Finn Vik")

    actions.take_off(support=counted, by=helge)

    assert anew(ferry).supports == 2  # Eli and Finn
    actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    assert [anew(one).supports for one in three] == [1, 0, 1]
    left = PaperSupport.objects.exclude(pk__in=[elsewhere.pk, apart.pk])
    assert [row.contribution.giver.name for row in left] == ["Eli Vik"]
    assert not Giver.objects.filter(name="Dag Vik").exclude(reach="99 99 99 99").exists()


def test_who_is_told_apart_is_told_apart_on_all_that_goes_on_as_one(three, helge):
    ferry, please, _boat = three
    counted, other = [paper_support(idea=one, by=helge, name="Dag Vik") for one in (ferry, please)]
    together(three, helge)

    actions.tell_apart(support=counted, by=helge)

    other.refresh_from_db()
    assert other.is_told_apart


def test_every_author_is_named_and_told_in_their_language(client, three, helge):
    Notice.objects.all().delete()
    bo = three[1].contribution.giver.person
    bo.language = "nb"
    bo.save()

    together(three, helge)

    page = client.get(three[0].get_absolute_url()).text
    assert "given together with Bo, Cille" in page
    assert "Says Cille" in page
    notice = Notice.objects.get(person=bo)
    assert notice.label == "«Ferry, please» går videre sammen med andre, som «A ferry on Fridays»."
    assert notice.path == three[0].get_absolute_url()
    assert Notice.objects.count() == 3


def test_an_answer_reaches_every_author_and_the_oldest_promise_holds(three, helge):
    ferry, please, boat = three
    oldest = please.contribution.standing.answer_due_on
    together(three, helge)
    assert anew(ferry).contribution.standing.answer_due_on == oldest

    # The desk lists what waits row by row; answering a part answers all of them.
    actions.answer(ideas=[anew(boat)], status="used", reason="From May on.", by=helge)

    fates = Standing.objects.filter(contribution__idea__in=three).values_list("status", "reason")
    assert list(fates) == [("used", "From May on.")] * 3
    assert Notice.objects.filter(kind="ledger.used").count() == 3
    assert ferry.initiative.account.phase_sums.get().answered == 3


def test_a_decision_that_takes_it_in_takes_in_what_every_author_gave(three, helge):
    together(three, helge)

    ledger.adopt(
        contribution=anew(three[0]).contribution, phase="define", decision_key="d:1", by=helge
    )

    assert Adoption.objects.filter(contribution__idea__in=three).count() == 3
    assert Fate.objects.filter(status="used").count() == 3  # one for each, and no more


def test_a_part_that_was_chosen_before_is_adopted_with_all_that_goes_on_as_one(three, helge):
    please = three[1]
    initiative = please.initiative
    resident, public = partnership(initiative)
    decision = open_decision(
        initiative=initiative,
        by=resident.person,
        title="The ferry",
        text="It goes on Fridays.",
        proposals=[please.contribution_id],
    )
    joined = together(three, helge)
    Notice.objects.all().delete()

    for partner in (resident, public):
        give_voice(decision=decision, partner=partner, stance="for", by=partner.contact)
    close_decision(decision=decision, by=resident.person, reasons="We all want it.")

    used = Adoption.objects.values_list("contribution", flat=True)
    assert sorted(used) == sorted(one.contribution_id for one in three)
    told = Notice.objects.filter(kind="ledger.used").values_list("person", flat=True)
    assert sorted(told) == sorted(one.contribution.giver.person_id for one in three)
    assert {anew(one).contribution.standing.status for one in three} == {"used"}
    with pytest.raises(MergeIsAdopted):
        actions.undo_merge(merge=joined, by=helge, reason="They differ.")


def test_whoever_is_left_out_of_a_decision_hears_it_once(three, helge):
    initiative = three[0].initiative
    together(three, helge)
    Notice.objects.all().delete()

    decide_alone(
        initiative=initiative,
        hand=hand_of(helge, initiative.municipality, "facilitator"),
        title="No ferry",
        text="There is a bridge.",
        reasons="It costs too much.",
        others_reason="There is a bridge.",
    )

    told = Notice.objects.filter(kind="ledger.not_used").values_list("person", flat=True)
    assert sorted(told) == sorted(one.contribution.giver.person_id for one in three)


def test_who_chooses_all_that_goes_on_as_one_answers_each_author_once(three, helge):
    together(three, helge)
    Notice.objects.all().delete()
    given = [anew(one).contribution for one in three]
    lines = {given[1].pk: "Mondays too.", given[2].pk: ""}

    answer_alike(given=given, status="used", text="It sails.", lines=lines, by=helge)

    told = Notice.objects.filter(kind="ledger.used").values_list("person", flat=True)
    assert sorted(told) == sorted(one.contribution.giver.person_id for one in three)
    reasons = {anew(one).contribution.standing.reason for one in three}
    assert reasons == {"Mondays too.\n\nIt sails."}


def test_what_is_put_off_is_put_off_for_every_author(three, helge):
    ferry, please, boat = three
    together(three, helge)
    Notice.objects.all().delete()
    soon = timezone.localdate() + timedelta(days=15)  # before the ferry’s own day, and the boat’s

    # The desk lists what waits row by row.
    given = [anew(one).contribution for one in (boat, please)]
    put_off(given=given, until=soon, reason="Ice.", by=helge)

    days = [anew(one).contribution.standing.answer_due_on for one in three]
    assert days == [soon, soon, boat.contribution.standing.answer_due_on]
    told = Notice.objects.filter(kind="ledger.postponed").values_list("person", flat=True)
    assert set(told) == {one.contribution.giver.person_id for one in (ferry, please)}
    assert len(told) == 2


def test_what_joined_an_answered_idea_can_still_be_put_off(three, helge):
    ferry, please, _boat = three
    actions.answer(ideas=[ferry], status="used", reason="From May on.", by=helge)
    together([please], helge, into=anew(ferry))
    soon = timezone.localdate() + timedelta(days=15)

    put_off(given=[anew(please).contribution], until=soon, reason="Ice.", by=helge)

    assert anew(please).contribution.standing.answer_due_on == soon


@pytest.mark.parametrize("is_put_off", [False, True])
def test_a_day_that_was_promised_since_holds_when_they_are_taken_apart(three, helge, is_put_off):
    ferry, please, _boat = three
    own = ferry.contribution.standing.answer_due_on
    until = timezone.localdate() + timedelta(days=15)
    joined = together(three, helge)
    if is_put_off:
        ledger.postpone(contribution=ferry.contribution, until=until, reason="Ice.", by=helge)

    actions.undo_merge(merge=joined, by=helge, reason="They differ.")

    days = [anew(one).contribution.standing.answer_due_on for one in (ferry, please)]
    before = [own, please.contribution.standing.answer_due_on]
    assert days == ([until, until] if is_put_off else before)


def test_a_new_wording_is_taken_away_again(three, helge):
    joined = together(three, helge, title="A ferry every day", text="Both ways", language="en")

    ferry = anew(three[0])
    assert (ferry.title, ferry.text, ferry.joined) == ("A ferry every day", "Both ways", 2)
    assert ferry.contribution.standing.caption == "A ferry every day"
    actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    ferry = anew(three[0])
    assert (ferry.title, ferry.text, ferry.joined) == ("A ferry on Fridays", "Says Ada", 0)
    assert ferry.contribution.standing.caption == "A ferry on Fridays"
    assert Merge.objects.get().title_before == ""


def test_a_new_line_alone_leaves_the_words_in_full(three, helge):
    together(three, helge, title="A ferry every day")

    assert (anew(three[0]).title, anew(three[0]).text) == ("A ferry every day", "Says Ada")


def test_what_was_said_is_shown_with_where_it_comes_from(client, three, helge):
    comment(about=about_idea(three[1]), text="Mondays too!")
    together(three, helge)

    page = client.get(three[0].get_absolute_url()).text

    assert "Mondays too!" in page
    assert "said about “Ferry, please”" in page
    assert "1 comment, the newest first" in page


def test_an_old_address_leads_on_and_says_so(client, three, helge):
    together(three, helge)

    answer = client.get(three[2].get_absolute_url(), follow=True)

    assert answer.redirect_chain == [(f"{three[0].get_absolute_url()}?from={three[2].pk}", 302)]
    assert "“The boat across the fjord” was put together with this one." in answer.text


def test_lists_show_one_and_open_data_tell_of_all(client, three, helge):
    together(three, helge)
    slug = three[0].initiative.slug

    page = client.get(reverse("ideas:of", args=[slug])).text
    rows = client.get(reverse("api:list_ideas", args=[slug])).json()["items"]

    assert "Ferry, please" not in page
    assert "put together with 2 others" in page
    ferry = str(three[0].public_id)
    assert [row["merged_into"] for row in rows] == [ferry, None, ferry]


def test_what_cannot_go_on_as_one_is_refused(three, helge, municipality):
    ferry, please, boat = three
    elsewhere = idea(initiative=InitiativeFactory(municipality=municipality))
    plain = {"into": ferry, "by": helge, "reason": WHY}
    with pytest.raises(NotYoursToMerge):
        actions.merge(ideas=three, **plain | {"by": PersonFactory()})
    with pytest.raises(NothingToMerge):
        actions.merge(ideas=[ferry], **plain)
    with pytest.raises(NotOfOneInitiative):
        actions.merge(ideas=[elsewhere], **plain)
    with pytest.raises(SayWhyTheyBelongTogether):
        actions.merge(ideas=three, **plain | {"reason": " "})
    actions.merge(ideas=[please], **plain)
    with pytest.raises(IdeaIsMerged):
        actions.merge(ideas=[please], **plain | {"into": boat})
    with pytest.raises(IdeaCarriesOthers):
        actions.merge(ideas=[anew(ferry)], **plain | {"into": boat})


def test_what_came_last_is_undone_first(three, helge):
    ferry, please, boat = three
    first = together([please], helge, into=ferry)
    second = together([boat], helge, into=anew(ferry), title="All boats")

    with pytest.raises(MergedAgainSince):
        actions.undo_merge(merge=first, by=helge, reason="They differ.")
    for merge in (second, first):
        actions.undo_merge(merge=merge, by=helge, reason="They differ.")

    assert (anew(ferry).title, anew(ferry).joined) == ("A ferry on Fridays", 0)


def test_nothing_is_undone_that_others_have_built_on(three, helge, client):
    joined = together(three, helge)
    Merge.objects.update(at=timezone.now() - timedelta(days=31))
    with pytest.raises(MergeIsTooOld):
        actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    Merge.objects.update(at=timezone.now())
    actions.answer(ideas=[anew(three[0])], status="used", reason="Yes.", by=helge)
    with pytest.raises(MergeIsAnswered):
        actions.undo_merge(merge=joined, by=helge, reason="They differ.")
    client.force_login(helge)
    assert "All their authors have had one answer since." in (
        client.get(three[0].get_absolute_url()).text
    )
    ledger.adopt(
        contribution=anew(three[0]).contribution, phase="define", decision_key="d:1", by=helge
    )
    with pytest.raises(MergeIsAdopted):
        actions.undo_merge(merge=joined, by=helge, reason="They differ.")


def test_who_takes_back_the_one_that_goes_on_takes_nothing_of_the_others(three, helge):
    ferry, please, boat = three
    actions.support(idea=please, hand=hand_of(PersonFactory(), please.municipality))
    together(three, helge, title="A ferry every day")

    actions.withdraw(idea=anew(ferry), by=ferry.contribution.giver.person)

    assert [anew(one).title for one in three] == ["", "Ferry, please", "The boat across the fjord"]
    assert [anew(one).merged_into for one in three] == [None, None, None]
    assert anew(please).supports == 1
    assert Merge.objects.get().title_before == ""
    assert boat in queries.ideas_of(boat.initiative)


def test_nobody_waits_for_an_answer_to_what_was_taken_back(three, helge):
    ferry = three[0]
    seen_before = anew(ferry)
    together(three, helge)

    actions.withdraw(idea=seen_before, by=ferry.contribution.giver.person)  # an old page

    assert anew(ferry).contribution.standing.answer_due_on is None
    assert [anew(one).merged_into for one in three] == [None, None, None]
    in_two_years = timezone.localdate() + timedelta(days=730)
    assert late_answers(ferry.initiative.account, on=in_two_years) == 2  # Bo and Cille wait


def test_an_author_objects_once_and_is_answered(client, three, helge):
    joined = together(three, helge)
    bo = three[1].contribution.giver.person
    with pytest.raises(NotYoursToObject):
        actions.object_to(merge=joined, by=PersonFactory(), text="Mine!")
    client.force_login(bo)
    client.post(reverse("ideas:object_to", args=[joined.pk]), {"text": "Mine is about Mondays."})
    with pytest.raises(NotYoursToObject):
        actions.object_to(merge=joined, by=bo, text="Again.")
    client.force_login(helge)
    assert "An author objects" in client.get(reverse("desk:desk")).text

    objection = Objection.objects.get()
    client.post(
        reverse("ideas:answer_objection", args=[objection.pk]), {"answer": "Mondays are in."}
    )

    page = client.get(three[0].get_absolute_url()).text
    assert "Mine is about Mondays." in page
    assert "Mondays are in." in page
    assert Notice.objects.filter(person=bo, kind="ideas.objection_answered").exists()
    assert list(merged.objections_for(helge, joined.municipality)) == []


def test_nothing_leads_back_to_who_merged_and_left(three, helge):
    joined = together(three, helge)
    bo = three[1].contribution.giver.person
    actions.object_to(merge=joined, by=bo, text="Mine!")

    for person in (helge, bo):
        delete_account(by=person, is_sure=True)

    assert (Merge.objects.get().by, Objection.objects.get().by) == (None, None)


def test_what_is_like_it_is_suggested_and_put_together_on_two_pages(client, three, helge):
    ferry, please, boat = three
    idea(initiative=ferry.initiative, title="More lamps on the school road")
    client.force_login(helge)
    path = reverse("ideas:merge", args=[ferry.pk])

    assert merged.alike(anew(ferry))[0].idea == please
    page = client.get(path, {"q": "boat"}).text
    assert f'name="with" value="{boat.pk}"' in page
    there = f"{path}?with={please.pk}&with={boat.pk}"
    said = {"ideas": [ferry.pk, please.pk, boat.pk], "into": ferry.pk, "language": "en"}
    wrong = client.post(there, said | {"title": "One ferry"}).text
    assert 'value="One ferry"' in wrong
    answer = client.post(there, said | {"reason": WHY})

    assert answer.url == ferry.get_absolute_url()
    assert anew(ferry).joined == 2


def test_what_is_like_it_is_suggested_however_old(three, monkeypatch):
    ferry, please, _boat = three
    monkeypatch.setattr(merged, "LOOKED_THROUGH", 1)
    assert please not in [like.idea for like in merged.alike(anew(ferry))]

    read_whole()

    assert please in [like.idea for like in merged.alike(anew(ferry))]


def test_what_carries_others_is_refused_where_it_was_chosen(client, three, helge):
    ferry, please, boat = three
    together([please], helge, into=ferry)
    client.force_login(helge)
    here = f"{reverse('ideas:merge', args=[boat.pk])}?with={ferry.pk}"
    said = {"ideas": [ferry.pk, boat.pk], "into": boat.pk, "language": "en", "reason": WHY}

    answer = client.post(here, said)

    assert answer.context["form"].errors == {"into": [str(IdeaCarriesOthers(idea=ferry.title))]}
    assert WHY in answer.text


@pytest.mark.parametrize("parts", [1, 3, 12])
def test_a_page_of_many_parts_asks_no_more(
    client, three, helge, django_assert_max_num_queries, parts
):
    others = [idea(initiative=three[0].initiative, person=PersonFactory()) for _ in range(parts)]
    together(others, helge, into=three[0])
    client.get(three[0].get_absolute_url())

    with django_assert_max_num_queries(19):
        client.get(three[0].get_absolute_url())


def test_a_page_of_many_merges_asks_no_more(client, three, helge):
    ferry, please, boat = three
    client.force_login(please.contribution.giver.person)
    asked = []
    for part in (please, boat, *(idea(initiative=ferry.initiative) for _ in range(3))):
        together([part], helge, into=anew(ferry))
        client.get(ferry.get_absolute_url())
        with CaptureQueriesContext(connection) as questions:
            page = client.get(ferry.get_absolute_url())
        asked.append(len(questions))

    assert set(asked) == {asked[0]}
    assert page.context["objects_to"] == {Merge.objects.order_by("pk").first().pk}
