"""What is arranged around an event: how to take part, what is offered, whether the law rules it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskap.meetings.models.event import Event
from samskap.municipalities.models import Country, Owned
from samskap.people.models import Person


class Offer(models.TextChoices):
    """What may be offered at an event, and what somebody may need to be able to come."""

    STEP_FREE = "step_free", _("Step-free all the way")
    HEARING = "hearing", _("Hearing loop")
    SIGN = "sign", _("Sign language interpreter")
    INTERPRETER = "interpreter", _("Interpreter")
    CHILDCARE = "childcare", _("Somebody to mind the children")
    TRANSPORT = "transport", _("Transport there and home")
    COMPANION = "companion", _("Room for a companion")
    FOOD = "food", _("Food")


class Arrangement(Owned):
    """What is arranged around one event. An event without any has nothing arranged.

    by_law  a meeting of a committee under the Norwegian Local Government Act: announced with its
            agenda (§ 11-3), written down (§ 11-4) and open unless the law lets it close (§ 11-5)
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="arrangement")
    group = models.CharField(max_length=80, blank=True)
    online_url = models.URLField(max_length=300, blank=True)
    hides_link = models.BooleanField(default=True)
    offers = models.JSONField(default=list, blank=True, help_text="values of `Offer`")
    offers_text = models.CharField(max_length=200, blank=True)
    by_law = models.BooleanField(default=False)
    closed_because = models.CharField(max_length=200, blank=True, help_text="empty: open to all")
    secretary = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="when those coming were")

    personal_fields: ClassVar = frozenset({"secretary"})
    open_fields: ClassVar = frozenset(
        "municipality event group online_url hides_link offers offers_text by_law"
        " closed_because reminded_at".split()
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"around {self.event}"

    @property
    def is_under_law(self) -> bool:
        """Whether the Norwegian Local Government Act rules it: it holds in Norway only."""
        return self.by_law and self.event.municipality.country == Country.NORWAY

    @property
    def offered(self) -> list[Offer]:
        """What is offered, in the order of the list."""
        return [offer for offer in Offer if offer.value in self.offers]


def around(event: Event) -> Arrangement:
    """What is arranged around an event; nothing where nobody has said so."""
    return getattr(event, "arrangement", None) or Arrangement(event=event)
