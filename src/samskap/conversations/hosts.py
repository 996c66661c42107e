"""What people talk about: each kind of thing announces itself, and says what it is."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.module_loading import import_string

from samskap.base.modules import Host, announced
from samskap.initiatives.models import Decision, Initiative
from samskap.municipalities.models import Municipality
from samskap.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One thing that people talk about, as its host describes it.

    kind, key  its name in addresses, e.g. idea 17
    label      its title, and the language of the title
    path       the page it stands on
    author     who hears what is said about it; None for nobody
    is_open    whether more can be said; an initiative that takes nothing in closes it anyway
    gathers    keys of others of its kind that go on as a part of it: what was said about them is
               shown here too, and says where it comes from
    wordings   since when it read as it did, and words for that, the earliest first: what was said
               of an earlier wording says so
    """

    initiative: Initiative
    kind: str
    key: int
    label: str
    language: str
    path: str
    author: Person | None = None
    is_open: bool = True
    gathers: tuple[int, ...] = ()
    wordings: tuple[tuple[datetime, str], ...] = ()


def subject_at(municipality: Municipality, kind: str, key: int) -> Subject | None:
    """Find what an address names; None where there is no such thing here."""
    hosts: dict[str, Host] = {host.kind: host for host in announced("hosts")}
    if kind not in hosts:
        return None
    found: Subject | None = import_string(hosts[kind].find)(municipality, key)
    return found


def decision_at(municipality: Municipality, key: int) -> Subject | None:
    """Find a decision. It stands below conversations and knows nothing of them."""
    decisions = Decision.objects.of(municipality).select_related(
        "initiative__account", "initiative__municipality"
    )
    decision: Decision | None = decisions.filter(pk=key).first()
    return about_decision(decision) if decision else None


def about_decision(decision: Decision) -> Subject:
    """Describe a decision."""
    return Subject(
        initiative=decision.initiative,
        kind="decision",
        key=decision.pk,
        label=decision.title,
        language=decision.initiative.language,
        path=decision.get_absolute_url(),
    )
