"""Factories for initiatives: the plainest valid thing."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from samskap.initiatives.models import (
    Deadline,
    Frame,
    Initiative,
    Invitation,
    ScrapEntry,
    Sharing,
    StateChange,
    Topic,
)
from samskap.initiatives.models.initiative import State
from samskap.ledger.actions import open_account
from samskap.ledger.models import ActorKind
from samskap.municipalities.models import Municipality
from samskap.people.models import Person
from samskap.testing.factories.municipalities import MunicipalityFactory
from samskap.testing.factories.people import PersonFactory


class TopicFactory(DjangoModelFactory):
    """A topic."""

    class Meta:
        model = Topic

    municipality = factory.SubFactory(MunicipalityFactory)
    slug = factory.Sequence(lambda n: f"topic-{n}")
    name = factory.LazyAttribute(lambda topic: {"en": topic.slug, "nb": topic.slug})


class InitiativeFactory(DjangoModelFactory):
    """A dream that was just told, with its account and its first step on record."""

    class Meta:
        model = Initiative
        skip_postgeneration_save = True

    municipality = factory.SubFactory(MunicipalityFactory)
    account = factory.LazyAttribute(lambda new: open_account(municipality=new.municipality))
    slug = factory.Sequence(lambda n: f"initiative-{n}")
    title = factory.Sequence(lambda n: f"Initiative {n}")
    language = "nb"
    dream = "En plass der vi kan møtes."
    raised_by = factory.SubFactory(PersonFactory)
    raised_as = ActorKind.RESIDENT

    @factory.post_generation
    def first_step(self, create, extracted, **facts):
        """Put the first step on record."""
        if create:
            StateChange.objects.create(
                municipality=self.municipality,
                initiative=self,
                after=State.IDEA,
                by=self.raised_by,
                at=self.raised_at,
            )


class FrameFactory(DjangoModelFactory):
    """A first version of a frame sheet."""

    class Meta:
        model = Frame

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    version = 1
    open = "What the place will be"
    negotiable = "Opening hours"
    fixed = "No job is lost"


class ScrapEntryFactory(DjangoModelFactory):
    """Something that stops."""

    class Meta:
        model = ScrapEntry

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    what = "The desk on weekday mornings"
    owner = "The library"
    stops_on = factory.Faker("date_object")


class DeadlineFactory(DjangoModelFactory):
    """A joint plan that must be ready in forty days, each year."""

    class Meta:
        model = Deadline

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    what = "The joint transport plan"
    before = "The traffic company"
    due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=40))
    rule = "The municipality orders next year’s bus traffic once a year, by late October."
    source = "The agreement with the traffic company"
    is_yearly = True


class InvitationFactory(DjangoModelFactory):
    """A reverse invitation: the municipality is invited."""

    class Meta:
        model = Invitation

    initiative = factory.SubFactory(InitiativeFactory)
    municipality = factory.SelfAttribute("initiative.municipality")
    is_to_municipality = True
    message = "Come and make this with us."
    by = factory.SelfAttribute("initiative.raised_by")


class SharingFactory(DjangoModelFactory):
    """A question to a municipality that has not answered yet."""

    class Meta:
        model = Sharing

    municipality = factory.SubFactory(MunicipalityFactory)
    initiative = factory.SubFactory(InitiativeFactory)
    message = "The fjord is yours too."
    by = factory.SelfAttribute("initiative.raised_by")
    answer_due_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


def samples(municipality: Municipality, people: dict[str, Person]) -> dict[str, list[dict]]:
    """Make one row behind each address of initiatives, and name the addresses."""
    raised = InitiativeFactory(
        municipality=municipality,
        raised_by=people["resident"],
        title="Et møtested på Strand",
        societal_goal="Ingen skal sitte alene.",
    )
    TopicFactory(municipality=municipality)
    FrameFactory(initiative=raised)
    scrap = ScrapEntryFactory(initiative=raised)
    invitation = InvitationFactory(initiative=raised)
    deadline = DeadlineFactory(initiative=raised)
    asked = SharingFactory(municipality=municipality, initiative__title="Ferja over fjorden")
    joined = SharingFactory(
        municipality=municipality,
        accepted=True,
        answered_at=timezone.now(),
        answered_by=people["facilitator"],
    )
    sent = SharingFactory(initiative=raised)
    here = {"slug": raised.slug}
    named = "initiative history edit lead rewrite steps pause resume scrap close merge unmerge"
    return {
        **{
            f"initiatives:{name}": [here]
            for name in (
                f"{named} frame write_frame confirm_frame scraps deadlines statements invite"
                " across".split()
            )
        },
        "initiatives:settle_deadline": [{**here, "deadline_id": deadline.pk}],
        "initiatives:stopped": [{**here, "scrap_id": scrap.pk}],
        "initiatives:answer_sharing": [{"sharing_id": asked.pk}],
        "initiatives:leave_sharing": [{"sharing_id": joined.pk}],
        "initiatives:take_back_sharing": [{**here, "sharing_id": sent.pk}],
        "initiatives:answer_invitation": [{**here, "invitation_id": invitation.pk}],
        **{
            f"api:{name}": [here]
            for name in (
                "one_initiative list_steps list_frames list_scraps list_invitations list_deadlines"
            ).split()
        },
    }
