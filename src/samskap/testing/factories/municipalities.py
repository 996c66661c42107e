"""Makes municipalities for tests."""

from typing import Any

import factory

from samskap.municipalities.models import HostName, Municipality


class MunicipalityFactory(factory.django.DjangoModelFactory):
    """A Norwegian municipality, ready to use.

    The first one answers at “testserver”, which is where Django’s test client asks; the next ones
    answer at `<slug>.localhost`. `host="x.example"` chooses another, `host=""` leaves it without.
    """

    class Meta:
        model = Municipality
        skip_postgeneration_save = True

    name = factory.LazyAttribute(lambda made: f"{made.short_name} kommune")
    short_name = factory.Sequence(lambda n: f"Fjordvik {n}" if n else "Fjordvik")
    slug = factory.Sequence(lambda n: f"fjordvik-{n}")
    code = factory.Sequence(lambda n: f"{9000 + n % 1000}")
    country = "NO"
    languages = factory.LazyFunction(lambda: ["nb", "nn", "da", "en"])
    default_language = "en"
    contact_email = "post@fjordvik.example"
    is_set_up = True

    @factory.post_generation
    def host(made: Municipality, create: bool, given: str | None, **_: Any) -> None:  # noqa: N805
        """Give it a host name."""
        if not create or given == "":
            return
        is_first = not HostName.objects.filter(host="testserver").exists()
        host = given or ("testserver" if is_first else f"{made.slug}.localhost")
        HostName.objects.create(municipality=made, host=host, is_primary=True)


class HostNameFactory(factory.django.DjangoModelFactory):
    """One more address of a municipality."""

    class Meta:
        model = HostName

    municipality = factory.SubFactory(MunicipalityFactory)
    host = factory.Sequence(lambda n: f"address-{n}.localhost")


def samples(municipality: Municipality, people: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Make an object for each address that needs one."""
    host = HostNameFactory(municipality=municipality, host=f"extra.{municipality.slug}.localhost")
    return {
        "municipalities:remove_host": [{"pk": host.pk}],
        "municipalities:make_primary": [{"pk": host.pk}],
    }
