"""SC-18: nine parties negotiate for young people on the way out, where three used to decide."""

import re
from uuid import uuid4

import pytest

from journeys.standing_clock import DAY, Reader, on_day
from samskap.config.demo import clock
from samskap.initiatives.models import Commitment
from samskap.negotiations.models import Negotiation, Option
from samskap.organisations.models import Organisation
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.organisations import MembershipFactory, OrganisationFactory
from samskap.testing.factories.people import PersonFactory, person_with

Kind = Organisation.Kind
FIRST = ("Youth services", "The police contact", "The school")
KIND_OF = {
    "Youth services": Kind.PUBLIC_UNIT,
    "The police contact": Kind.PUBLIC_UNIT,
    "The school": Kind.PUBLIC_UNIT,
    "The housing association": Kind.ASSOCIATION,
    "The sports club": Kind.ASSOCIATION,
    "The corner shop": Kind.BUSINESS,
    "The street school": Kind.SOCIAL_ENTREPRENEUR,
}
PARENTS, YOUNG = "Parents of the eighth grade", "Some who know the evenings"
PSEUDONYM, GIVEN, FAMILY = "The gull", "Jonatan", "Brennvik"
HIDDEN = "The older boys wait by the garage."
PROMISES = (
    ("Youth services", "One adult on four evenings", 30, True),
    ("The police contact", "Floor ball every other Friday", 40, True),
    ("The school", "The gym open until eleven", 20, True),
    ("The housing association", "A room without rent", 50, True),
    ("The sports club", "Training that starts at nine", 45, True),
    ("The street school", "Three evening shifts with pay", 60, True),
    (YOUNG, "Ask ten others what is missing", 35, True),
    (PARENTS, "Two parents out every Friday", 30, False),
    ("The housing association", "Light in the yard", 40, False),
    ("The corner shop", "Warm food on Fridays", 45, None),
)
"""Party, promise, days, and whether it was kept; None: released when the party left."""


@pytest.fixture
def standing_clock():
    with clock.borrowed():
        yield


class TheTable:
    """Those who sit there, and what they do on its pages."""

    def __init__(self, municipality):
        self.mia = Reader(person_with("facilitator", municipality, given_name="Mia"))
        self.ola = Reader(person_with("facilitator", municipality, given_name="Ola"))
        self.young = Reader(PersonFactory(given_name=GIVEN, family_name=FAMILY))
        self.anyone = Reader()
        self.initiative = InitiativeFactory(
            municipality=municipality, title="A table around young people"
        )
        self.slug = self.initiative.slug
        self.speaker_of = {}
        for name, kind in KIND_OF.items():
            made = OrganisationFactory(municipality=municipality, name=name, kind=kind)
            self.speaker_of[name] = Reader(MembershipFactory(organisation=made).person)

    def party(self, name):
        """One party, as it stands."""
        return Negotiation.objects.get().parties.get(name=name)

    def speaks(self, name):
        """Whoever presses the buttons for a party."""
        if name == YOUNG:
            return self.young
        return self.speaker_of.get(name, self.mia)

    def at_table(self, name, what, **words):
        """Send one of the forms of the table for a party; the mediator says for which."""
        who = self.speaks(name)
        if who is self.mia:
            words["party"] = self.party(name).pk
        return who.sends("negotiations:table", self.slug, what=what, **words)

    def presses(self, who, what):
        """Press a button of the table."""
        return who.sends("negotiations:table", self.slug, what=what)

    # ── The steps ────────────────────────────────────────────────────────────

    def draft_list(self):
        """Three organised parties stand on the first list; others have written about it."""
        housing = Organisation.objects.get(name="The housing association")
        self.speaks(housing.name).sends(
            "ideas:give", self.slug, kind="problem_statement", title="The yards are dark",
            hand=f"organisation:{housing.pk}", language="en", beneficiary="community", text="",
        )  # fmt: skip
        self.mia.sends(
            "negotiations:start", self.slug, matter="Who does what, so that nobody is alone",
            about="We talk about evenings and places, never about one young person.",
            language="en", is_open="on", review_months=3, first="\n".join(FIRST),
        )  # fmt: skip

    def draw_the_map(self):
        """Put those who know it on the map, and ask all nine."""
        for name in [*KIND_OF, PARENTS, YOUNG]:
            if name not in FIRST:
                self.mia.sends(
                    "negotiations:add", self.slug, name=name, sort="unorganised",
                    organisation=name if name in KIND_OF else "",
                    marks=["is_touched", "knows"],
                )  # fmt: skip
            self.mia.sends(
                "negotiations:party", self.party(name).pk, what="invite", how="By telephone",
                on=clock.now().date().isoformat(),
            )  # fmt: skip

    def sit_down(self):
        """Organisations take their seats; the mediator writes for the parents; one has a letter."""
        for name in KIND_OF:
            self.presses(self.speaks(name), f"sit:{self.party(name).pk}")
        self.mia.sends(
            "negotiations:party", self.party(PARENTS).pk, what="seat", channel="meeting",
            called="Two parents",
        )  # fmt: skip
        page = self.mia.lands(
            "negotiations:party", self.party(YOUNG).pk, what="seat", channel="web",
            called=PSEUDONYM, is_hidden="on", behind=f"{GIVEN} {FAMILY}",
            reach="Through the youth club", why="Those it is about read this too.",
        )  # fmt: skip
        [key] = re.findall(r"/negotiations/seat/([\w-]+)/", page)
        self.young.sends("negotiations:seat", key, answer="yes")
        assert self.young.is_refused("negotiations:seat", key)  # a letter is answered once

    def talk(self):
        """Say what each needs, some of it in confidence; look for a way that all can live with."""
        said = {"language": "en"}
        for name in [*KIND_OF, PARENTS]:
            self.at_table(
                name, "position", kind="interest", position_text=f"{name} wants calm evenings.",
                readers="all", **said,
            )  # fmt: skip
        self.at_table(
            "The police contact", "position", kind="limit", readers="parties",
            position_text="We never share a case.", **said,
        )  # fmt: skip
        self.at_table(
            YOUNG, "position", kind="limit", readers="mediator", position_text=HIDDEN, **said
        )
        self.at_table(
            YOUNG, "option", option_title="One open place, and the same adult",
            option_text="Warm, and somebody who knows my name.", **said,
        )  # fmt: skip
        option = Option.objects.get()
        for name in [*KIND_OF, PARENTS, YOUNG]:
            who = self.speaks(name)
            more = {"party": self.party(name).pk} if who is self.mia else {}
            who.sends("negotiations:option", option.pk, what="stance", says="live", **more)
        return option

    def agree(self):
        """Write one page, to whose edition all nine say yes."""
        self.mia.sends(
            "negotiations:table",
            self.slug,
            what="text",
            text_title="How we do it",
            text_rule="writers",
        )
        document = Negotiation.objects.get().document
        for text in ("One place is open every evening.", "The young decide what it is."):
            self.mia.sends(
                "drafting:add", document.pk, kind="text", text=text, why="Said at the table.",
                after="end", hand="self:facilitator", public_id=uuid4(), channel="web",
                actor_kind="resident",
            )  # fmt: skip
        self.mia.sends(
            "drafting:keep", document.pk, what="edition", number=1, name="One page",
            why="So that all say yes to the same.",
        )  # fmt: skip
        for name in [*KIND_OF, PARENTS, YOUNG]:
            self.at_table(name, "assent", assent_says="yes")
        self.presses(self.mia, "agree")
        return document

    def promise(self, today):
        """Everybody promises something by a day, and the table counts on it."""
        for name, what, days, _kept in PROMISES:
            day = (today + days * DAY).isoformat()
            self.at_table(name, "pledge", promise_what=what, due_on=day)
        for commitment in Commitment.objects.order_by("pk"):
            self.presses(self.mia, f"count_on:{commitment.pledged_at_table.pk}")

    def settle(self):
        """Say of each promise that was kept how it went."""
        for name, what, _days, kept in PROMISES:
            if kept:
                made = Commitment.objects.get(what=what).pledged_at_table
                self.speaks(name).sends(
                    "negotiations:reviews", self.slug, what="settle", pledge=made.pk,
                    is_kept="kept", says="It is done.",
                )  # fmt: skip

    def everywhere(self, reader, option, document):
        """Every page on which the table shows, as somebody reads it."""
        pages = (
            ("negotiations:table", self.slug),
            ("negotiations:map", self.slug),
            ("negotiations:reviews", self.slug),
            ("negotiations:option", option.pk),
            ("drafting:document", document.pk),
            ("initiatives:initiative", self.slug),
            ("initiatives:commitments", self.slug),
            ("initiatives:partners", self.slug),
            ("insight:evidence", self.slug),
        )
        return " ".join(reader.reads(name, key) for name, key in pages)


def test_from_three_who_always_meet_to_nine_who_promise(municipality, standing_clock):
    today = on_day(0)
    table = TheTable(municipality)
    mia, anyone = table.mia, table.anyone

    # 1 · A draft list of three, all organised; the map says who knows it and was not asked.
    table.draft_list()
    page = mia.reads("negotiations:map", table.slug)
    assert "3 stood on the first list" in page
    assert "Who knows it, and has not been asked" in page
    assert "The housing association Has given something to the initiative." in page
    assert "Those whom it is about Every group on the map is organised." in page
    assert "0 %" in page  # nobody has come yet

    # 2 · Nine are asked and sit down, two young people under a pseudonym.
    table.draw_the_map()
    table.sit_down()
    table.presses(mia, "open")
    option = table.talk()
    page = anyone.reads("negotiations:table", table.slug)
    assert "Parties at the table 9 3 stood on the first list" in page
    assert PSEUDONYM in page
    assert f"{PARENTS} wants calm evenings." in page
    assert "All can live with it." in page

    # 3 · One page that all nine say yes to, and what each will do.
    document = table.agree()
    assert Negotiation.objects.get().state == Negotiation.State.AGREED
    table.promise(today)
    on_day(30)
    shop = table.party("The corner shop")
    table.speaks(shop.name).sends(
        "negotiations:leave", shop.pk, reason="Three of us are ill.",
        stays_open="Somebody must cook on Fridays.", frees="free",
    )  # fmt: skip
    left = anyone.reads("negotiations:table", table.slug)
    assert "Parties at the table 8" in left
    assert "The corner shop has left the table" in left
    assert "Somebody must cook on Fridays." in left
    assert "Three of us are ill." not in left  # the reason is for those who sit there
    assert "Three of us are ill." in table.young.reads("negotiations:table", table.slug)

    # 4 · A quarter later all look at every promise.
    on_day(92)
    table.settle()
    mia.sends("negotiations:reviews", table.slug, what="hold", words="It is easier to go home.")
    page = anyone.reads("negotiations:reviews", table.slug)
    assert "Promises kept 78 % 7 of 9 that were due; released ones count neither way" in page
    assert "7 of 9 kept, 2 late, 1 released." in page
    assert "It is easier to go home." in page
    assert "Next review" in page

    # The seat of those without an organisation was filled, and what is confidential stayed so.
    page = anyone.reads("negotiations:map", table.slug)
    assert "Coverage 100 % 9 of 9 groups on the map took part" in page
    assert f"{YOUNG} Unorganised" in page
    for reader in (anyone, table.ola, table.speaks("The police contact"), mia):
        read = table.everywhere(reader, option, document)
        assert YOUNG in read
        assert GIVEN not in read
        assert FAMILY not in read
        assert (HIDDEN in read) == (reader is mia)
        sits_there = reader not in (anyone, table.ola)
        assert ("We never share a case." in read) == sits_there
    assert f"{GIVEN} {FAMILY}" in mia.reads("negotiations:behind", table.slug)
    for reader in (anyone, table.ola, table.young):
        assert reader.is_refused("negotiations:behind", table.slug)
