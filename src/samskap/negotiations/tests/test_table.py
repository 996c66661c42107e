import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from samskap.drafting.actions.items import make_item, say_money
from samskap.initiatives.actions.frames import write_frame
from samskap.initiatives.models import Commitment
from samskap.ledger.models import Contribution
from samskap.negotiations.actions import agreeing, pledging, reviewing, seating, talking
from samskap.negotiations.errors import (
    LetterHoldsNoMore,
    NotAllAgree,
    NotAtTheTable,
    NotYourSeat,
    RuleDoesNotFit,
    SeatedAlready,
)
from samskap.negotiations.models import Assent, Option, Party, Position, Review, Stance
from samskap.negotiations.queries.promises import kept_at
from samskap.notices.models import Notice
from samskap.testing.factories.initiatives import DeadlineFactory
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.negotiations import (
    WEEK,
    agreed,
    edition_of,
    negotiation,
    organised,
    party,
    seated,
    take,
)
from samskap.testing.factories.partnership import partnership
from samskap.testing.factories.people import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return MunicipalityFactory(host="testserver", default_language="en")


@pytest.fixture
def table(place):
    return negotiation(municipality=place)


def url(table):
    return reverse("negotiations:table", args=[table.initiative.slug])


def test_a_party_says_what_it_needs_lays_an_option_and_says_its_word_on_the_page(client, table):
    ada, bo = PersonFactory(), PersonFactory()
    seated(table, "Neighbours", person=ada), seated(table, "Sports club", person=bo)
    agreeing.open_table(negotiation=table, by=table.mediator)
    client.force_login(ada)
    said = {"language": "en", "kind": "interest", "readers": "parties"}

    client.post(url(table), {"what": "position", "position_text": "To sleep at night.", **said})
    need = Position.objects.get()
    laid = {"option_title": "Lamps in the park", "language": "en", "meets": [need.pk]}
    client.post(url(table), {"what": "option", **laid})
    option = Option.objects.get()
    client.force_login(bo)
    word = {"what": "stance", "says": "not", "reason": ""}
    refused = client.post(reverse("negotiations:option", args=[option.pk]), word)
    waits = client.get(reverse("desk:desk")).text
    client.post(reverse("negotiations:option", args=[option.pk]), {**word, "reason": "Too bright."})

    assert "Say why, so that the others can find a way with you." in refused.text
    assert "Lamps in the park" in waits
    assert (option.party.name, list(option.meets.all())) == ("Neighbours", [need])
    assert Stance.objects.get().party.name == "Sports club"
    client.logout()
    shown = client.get(reverse("negotiations:option", args=[option.pk])).text
    assert "Too bright." in shown
    assert "To sleep at night." not in shown


def test_a_mandate_takes_the_seat_of_an_organisation_and_nobody_else(client, table):
    group, speaker = organised(table)
    with pytest.raises(NotYourSeat):
        seating.sit_for(party=group, by=PersonFactory())
    with pytest.raises(SeatedAlready):
        seating.sit_for(party=group, by=speaker)
    over = timezone.localdate() - WEEK
    speaker.memberships.update(mandate_from=over, mandate_until=over)

    with pytest.raises(NotYourSeat):
        talking.put_position(party=group, by=speaker, kind="offer", text="Help", language="en")


def test_a_letter_opens_one_seat_once_and_does_not_tell_whose_address_it_is(
    client, table, mailoutbox
):
    group = party(table, "Parents")
    client.force_login(table.mediator)
    client.post(
        reverse("negotiations:party", args=[group.pk]),
        {"what": "seat", "channel": "web", "email": "someone@example.org"},
    )
    key = seating.invite_to_seat(party=group, by=table.mediator, link="https://x/KEY/")
    ada = PersonFactory()
    client.force_login(ada)

    page = client.get(reverse("negotiations:seat", args=[key]))
    client.post(reverse("negotiations:seat", args=[key]), {"answer": "yes"})

    assert "You are asked to speak for “Parents”" in page.text
    assert group.spokespersons.filter(person=ada, joined_at__isnull=False).count() == 1
    assert not group.spokespersons.filter(called__contains="someone").exists()
    with pytest.raises(LetterHoldsNoMore):
        seating.take_seat(key=key, by=PersonFactory())


def test_what_everybody_may_read_is_a_row_of_the_ledger_and_what_is_confidential_is_none(table):
    ada = PersonFactory()
    group = seated(table, "Neighbours", person=ada)
    rows = Contribution.objects.filter(account=table.initiative.account)
    plain = {"party": group, "by": ada, "language": "en"}

    talking.put_position(kind="limit", text="Not behind our houses.", readers="mediator", **plain)
    kept = talking.put_position(kind="interest", text="Sleep.", readers="parties", **plain)
    assert rows.count() == 0
    talking.put_position(kind="offer", text="We walk at night.", readers="all", **plain)
    talking.put_position(kind="offer", text="We walk at night.", readers="all", **plain)
    talking.open_position(position=kept, by=ada, readers="all")

    assert [(row.kind, row.giver.person) for row in rows] == [("statement", ada)] * 2


def test_a_party_that_leaves_is_on_record_and_nothing_it_said_is_lost(table):
    ada = PersonFactory()
    first, second = seated(table, "First", person=ada), seated(table, "Second")
    talking.put_position(party=first, by=ada, kind="offer", text="A hall.", language="en")
    freed, kept = seated(table, "Third"), second
    for group in (freed, kept):
        pledging.pledge(
            party=group, by=table.mediator, what="Paint", due_on=timezone.localdate() + WEEK
        )

    seating.leave(party=freed, by=table.mediator, reason="No time.", frees=True)
    seating.leave(
        party=kept, by=table.mediator, reason="Too slow.", stays_open="The lamps", frees=False
    )

    kept.refresh_from_db()
    assert (kept.is_seated, kept.left_because, kept.left_open) == (False, "Too slow.", "The lamps")
    states = dict(Commitment.objects.values_list("partner__called", "status"))
    assert states == {"Second": "offered", "Third": "released"}
    with pytest.raises(NotAtTheTable):
        talking.put_position(
            party=kept, by=table.mediator, kind="offer", text="More", language="en"
        )
    take(kept, PersonFactory())
    kept.refresh_from_db()
    assert (kept.is_seated, kept.left_because) == (True, "Too slow.")


def test_all_must_say_yes_to_the_newest_edition_and_then_a_review_is_planned(table):
    groups = [seated(table, "First"), seated(table, "Second")]
    agreeing.open_table(negotiation=table, by=table.mediator)
    edition = edition_of(table)
    agreeing.assent(party=groups[0], by=table.mediator, says="yes", channel="meeting")
    with pytest.raises(NotAllAgree) as refusal:
        agreeing.agree(negotiation=table, by=table.mediator)
    agreeing.assent(party=groups[1], by=table.mediator, says="yes", channel="meeting")

    table = agreeing.agree(negotiation=table, by=table.mediator)

    assert "Second" in str(refusal.value)
    assert (table.state, table.agreed_on) == ("agreed", edition)
    assert Assent.objects.filter(edition=edition, says="yes").count() == 2
    due = Review.objects.get(held_on=None).due_on
    assert 88 <= (due - timezone.localdate()).days <= 93


def test_the_mediator_chooses_who_decides_about_changes_among_the_rules_that_fit(client, table):
    with pytest.raises(RuleDoesNotFit):
        agreeing.open_joint_text(negotiation=table, by=table.mediator, title="A", rule="partners")
    partnership(table.initiative)
    client.force_login(table.mediator)
    said = {"what": "text", "text_title": "A joint plan", "text_rule": "partners"}

    client.post(url(table), said)

    table.refresh_from_db()
    assert table.document.rule == "partners"
    assert "The partners decide about changes to it" in client.get(url(table)).text


def test_seven_of_nine_promises_are_78_percent_kept_and_the_review_keeps_it(client, table):
    groups = [seated(table, "First"), seated(table, "Second")]
    table = agreed(table, groups)
    made = []
    for number in range(10):
        each = pledging.pledge(
            party=groups[number % 2],
            by=table.mediator,
            what=f"Promise {number}",
            due_on=timezone.localdate() + WEEK,
        )
        made.append(pledging.count_on(pledge=each, by=table.mediator))
    for each in made[:7]:
        pledging.settle(pledge=each, by=table.mediator, is_kept=True, says="Done.")
    pledging.settle(pledge=made[9], by=table.mediator, is_kept=False, says="The club has closed.")
    late = [each.commitment_id for each in made[7:9]]
    Commitment.objects.filter(pk__in=late).update(due_on=timezone.localdate() - WEEK)
    client.force_login(table.mediator)
    path = reverse("negotiations:reviews", args=[table.initiative.slug])

    page = client.get(path)
    client.post(path, {"what": "hold", "words": "Two are late."})

    assert "78 %" in page.text
    stands = kept_at(table)
    assert (stands.due, stands.kept, stands.late, stands.released) == (9, 7, 2, 1)
    held = Review.objects.exclude(held_on=None).get()
    assert (held.due, held.kept, held.late, held.released) == (9, 7, 2, 1)
    assert Review.objects.filter(held_on=None).count() == 1


def test_the_table_counts_down_the_day_of_a_rule_and_says_what_money_there_is(client, table):
    initiative, by = table.initiative, table.mediator
    DeadlineFactory(initiative=initiative)
    write_frame(initiative=initiative, by=by, money="Four million, until 2030.")
    plan = edition_of(table).document
    make_item(paragraph=plan.paragraphs.get(), title="Lamps", cost_kroner=5_000_000, by=by)
    today = timezone.localdate()
    say_money(document=plan, kroner=4_000_000, said_by="The budget", said_on=today, by=by)

    page = " ".join(client.get(url(table)).text.split())

    assert "To be laid before The traffic company by" in page
    assert "40 days left" in page
    assert "Four million, until 2030." in page
    assert "<dt>Missing</dt>" in page
    assert reverse("drafting:plan", args=[plan.pk]) in page
    assert reverse("insight:evidence", args=[initiative.slug]) + "#dominance" in page


def test_the_table_asks_as_much_for_3_as_for_200_parties(client, place, table):
    seated(table, "First"), seated(table, "Second")
    today = timezone.localdate()
    asked = {}
    for many in (3, 200):
        start = table.parties.count()
        parties = Party.objects.bulk_create(
            Party(
                municipality=place,
                negotiation=table,
                name=f"P{n}",
                invited_on=today,
                came_on=today,
                joined_on=today,
            )
            for n in range(start, many)
        )
        options = Option.objects.bulk_create(
            Option(municipality=place, negotiation=table, title=f"O{n}", language="en")
            for n in range(start, min(many, 20))
        )
        for each in parties:
            Position.objects.create(
                municipality=place, party=each, kind="interest", text="x", language="en",
                readers="all",
            )  # fmt: skip
        Stance.objects.bulk_create(
            Stance(municipality=place, option=option, party=each, says="live")
            for option in options
            for each in parties
        )
        client.get(url(table))
        with CaptureQueriesContext(connection) as context:
            assert client.get(url(table)).status_code == 200
        asked[many] = len(context)

    assert asked[3] == asked[200]
    assert asked[200] < 30


def test_a_review_that_is_due_waits_on_the_desk_of_the_mediator(client, table):
    groups = [seated(table, "First"), seated(table, "Second")]
    table = agreed(table, groups)
    reviewing.move_review(negotiation=table, by=table.mediator, on=timezone.localdate() + WEEK)
    client.force_login(table.mediator)

    assert "Look at what was promised" in client.get(reverse("desk:desk")).text


def test_a_second_press_of_open_or_agree_changes_nothing_and_tells_nobody(table):
    first = agreed(table, [seated(table, "First"), seated(table, "Second")])
    told = Notice.objects.count()

    agreeing.open_table(negotiation=table, by=table.mediator)
    agreeing.agree(negotiation=table, by=table.mediator)

    table.refresh_from_db()
    assert (table.state, table.agreed_at) == ("agreed", first.agreed_at)
    assert Notice.objects.count() == told
