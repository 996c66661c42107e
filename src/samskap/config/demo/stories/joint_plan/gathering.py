"""When those at the table of the plan met, and who came."""

from datetime import timedelta

from samskap.config.demo.clock import ago, later
from samskap.config.demo.scene import Scene
from samskap.initiatives.models import Initiative
from samskap.meetings.actions.attendance import note_who_came
from samskap.meetings.actions.events import announce
from samskap.meetings.models import Event
from samskap.meetings.queries.taking_part import expected_at
from samskap.negotiations.models import Negotiation, Party

MEETINGS: tuple[tuple[int, str, str, str, str], ...] = (
    (55, "Første møte: hva trenger hver av oss?", "meeting", "Rådhuset", ""),
    (49, "Bygdekveld i Dalen", "meeting", "Samfunnshuset i Dalen", "De øverst i Dalen"),
    (44, "Bygdekveld på Strand", "meeting", "Grendehuset på Strand", "Ytre Strand"),
    (30, "Andre møte: hvilke veier ut finnes?", "meeting", "Rådhuset", ""),
    (-9, "Tredje møte: hva kan alle leve med?", "meeting", "Rådhuset", ""),
)
"""Days ago, title, kind, place, for whom."""
AWAY: dict[str, tuple[str, ...]] = {
    "Bygdekveld i Dalen": ("Handelsforeningen", "Elevrådene"),
    "Bygdekveld på Strand": ("Handelsforeningen", "De som pendler med ferja"),
    "Andre møte: hvilke veier ut finnes?": ("Handelsforeningen",),
}


def announce_all(scene: Scene, initiative: Initiative) -> list[Event]:
    """Announce every meeting, the first one first."""
    return [
        announce(
            initiative=initiative,
            hand=scene.hand("tilrettelegger", "facilitator"),
            title=title,
            kind=kind,
            place=place,
            language="nb",
            starts_at=starts,
            ends_at=starts + timedelta(hours=2),
            for_whom=for_whom,
        )
        for days, title, kind, place, for_whom in MEETINGS
        for starts in [later(ago(0, "00:00"), -days).replace(hour=18, minute=0)]
    ]


def note(scene: Scene, negotiation: Negotiation, event: Event) -> None:
    """Write down which parties came, through whoever speaks for them."""
    away = Party.objects.filter(negotiation=negotiation, name__in=AWAY.get(event.title, ()))
    note_who_came(
        event=event,
        by=scene.people["tilrettelegger"],
        came=[person.pk for person in expected_at(event)],
        guests_came=set(
            negotiation.parties.exclude(pk__in=away)
            .exclude(giver=None)
            .exclude(joined_on=None)
            .values_list("giver", flat=True)
        ),
    )
