"""What programs may hear of: public facts only, with addresses and never with names of people."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samskap.base.models import Happening
from samskap.base.modules import all_modules
from samskap.municipalities.models import Municipality
from samskap.municipalities.queries import address_of

# Each happens with an action that `remember`s it; a house test looks for the word there.
EVENTS = {
    "initiatives.raised": _("An initiative was raised"),
    "initiatives.step_taken": _("An initiative took a step"),
    "initiatives.stopped": _("Something stopped, to make room"),
    "initiatives.frame_written": _("The frame was written, or written anew"),
    "initiatives.partner_joined": _("A partner joined"),
    "initiatives.partner_left": _("A partner left"),
    "initiatives.agreement_in_force": _("An agreement came into force"),
    "initiatives.decision_opened": _("A question was put to the partners"),
    "initiatives.decision_taken": _("Something was decided"),
    "initiatives.decision_lapsed": _("Something was not decided"),
    "initiatives.laid_before_body": _("Recommendations were laid before an elected body"),
    "initiatives.body_answered": _("An elected body answered every recommendation"),
    "initiatives.commitment_accepted": _("A promise was made"),
    "initiatives.commitment_kept": _("A promise was kept"),
    "ideas.idea_given": _("An idea was given"),
    "ideas.idea_answered": _("An idea was answered"),
    "ideas.question_asked": _("A question was asked"),
    "rotas.rota_opened": _("A rota was opened"),
    "rotas.rota_closed": _("A rota was closed"),
    "rotas.shift_moved": _("A shift was moved to another time"),
    "rotas.shift_called_off": _("A shift was called off"),
    "meetings.event_announced": _("An event was announced"),
    "meetings.event_called_off": _("An event was called off"),
    "meetings.event_told": _("What an event came to was told"),
    "insight.contested": _("A placement on the ladder was contested"),
    "organisations.registered": _("An organisation was registered"),
}
TRIAL = "samskap.trial"


def by_module() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """What programs may hear of, under the title of the module that it comes from."""
    title_of = {module.key: module.title for module in all_modules()}
    groups = groupby(EVENTS.items(), key=lambda event: event[0].partition(".")[0])
    return [(title_of[key], list(events)) for key, events in groups]


def messages_of(
    happenings: Iterable[Happening], municipality: Municipality
) -> Iterator[tuple[Happening, str]]:
    """What is said of each thing that happened; nothing of what is gone again."""
    found = list(happenings)
    things = _rows_named([name for one in found for name in (one.about, one.within) if name])
    home = address_of(municipality)
    for one in found:
        thing = things.get(one.about)
        within = things.get(one.within)
        if thing is None or getattr(thing, "withdrawn_at", None):
            continue
        yield one, message(one.what, at=one.at, facts=_facts(thing, within, municipality, home))


def message(what: str, *, at: Any, facts: dict[str, Any]) -> str:
    """One message as it is sent: `type`, `timestamp` and `data`, as Standard Webhooks has them."""
    said = {"type": what, "timestamp": at.isoformat(), "data": facts}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def trial(municipality: Municipality) -> str:
    """A message that says nothing but that messages arrive."""
    return message(TRIAL, at=timezone.now(), facts={"municipality": municipality.slug})


def _facts(thing: Any, within: Any, municipality: Municipality, home: str) -> dict[str, Any]:
    """What it happened to: its kind, its name in the open data, and where it is read."""
    initiative = within if within is not None and hasattr(within, "slug") else None
    read_at = next((each for each in (thing, within) if hasattr(each, "get_absolute_url")), None)
    return {
        "municipality": municipality.slug,
        "kind": thing._meta.model_name,
        "id": str(getattr(thing, "public_id", thing.pk)),
        "initiative": initiative.slug if initiative is not None else None,
        "address": f"{home}{read_at.get_absolute_url()}" if read_at is not None else None,
    }


def _rows_named(names: list[str]) -> dict[str, Any]:
    """Find rows by their names in the memory: one question for each kind."""
    keys: dict[str, set[str]] = {}
    for name in names:
        label, _colon, key = name.partition(":")
        keys.setdefault(label, set()).add(key)
    found: dict[str, Any] = {}
    for label, wanted in keys.items():
        model = apps.get_model(label)
        rows = model._default_manager.filter(pk__in=wanted)
        if any(field.name == "initiative" for field in model._meta.fields):
            rows = rows.select_related("initiative")  # addresses name it
        found |= {f"{label}:{row.pk}": row for row in rows}
    return found
