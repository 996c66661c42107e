"""Keeping the list of topics by which initiatives are found."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from samskap.base.memory import remember
from samskap.initiatives.actions.raising import LETTERS
from samskap.initiatives.errors.topics import NotYourTopics, TopicExists
from samskap.initiatives.models import Topic
from samskap.initiatives.permissions.initiative import may_keep_topics
from samskap.municipalities.models import Municipality
from samskap.people.models import Person

# Names, not sentences: bokmål, nynorsk, Danish, English.
USUAL: dict[str, tuple[str, str, str, str]] = {
    "children": ("Barn og unge", "Barn og unge", "Børn og unge", "Children and youth"),
    "older": ("Eldre", "Eldre", "Ældre", "Older people"),
    "health": ("Helse og omsorg", "Helse og omsorg", "Sundhed og omsorg", "Health and care"),
    "culture": ("Kultur og fritid", "Kultur og fritid", "Kultur og fritid", "Culture and leisure"),
    "places": ("Steder og sentrum", "Stader og sentrum", "Byrum og bymidte", "Places and centres"),
    "transport": ("Trafikk", "Trafikk", "Trafik", "Transport"),
    "nature": ("Natur og klima", "Natur og klima", "Natur og klima", "Nature and climate"),
    "belonging": ("Fellesskap", "Fellesskap", "Fællesskab", "Belonging"),
    "work": ("Arbeid og næring", "Arbeid og næring", "Arbejde og erhverv", "Work and business"),
    "democracy": ("Nærdemokrati", "Nærdemokrati", "Nærdemokrati", "Local democracy"),
}


def start_with_usual_topics(*, municipality: Municipality) -> list[Topic]:
    """Give a new municipality the usual topics; those it has stay as they are."""
    for slug, names in USUAL.items():
        Topic.objects.get_or_create(
            municipality=municipality,
            slug=slug,
            defaults={"name": dict(zip(("nb", "nn", "da", "en"), names, strict=True))},
        )
    return list(Topic.objects.of(municipality))


@transaction.atomic
def add_topic(*, municipality: Municipality, by: Person, names: dict[str, str]) -> Topic:
    """Put a topic on the list, by its name in each language.

    Refuses with NotYourTopics or TopicExists.
    """
    if not may_keep_topics(by, municipality):
        raise NotYourTopics
    names = {language: name.strip() for language, name in names.items() if name.strip()}
    first = next(iter(names.values()))
    slug = slugify(first.lower().translate(LETTERS))[:50] or f"topic-{len(first)}"
    try:
        with transaction.atomic():
            topic = Topic.objects.create(municipality=municipality, slug=slug, name=names)
    except IntegrityError as taken:
        raise TopicExists(name=first) from taken
    remember("initiatives.topic_added", by=by.pseudonym_key, about=topic)
    return topic
