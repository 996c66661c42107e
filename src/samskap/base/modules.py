"""The list of modules: each app announces itself in its own module.py."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.functional import Promise
from django.utils.module_loading import import_string, module_has_submodule

from samskap.base.personal import Sensitive


@dataclass(frozen=True, kw_only=True)
class MenuItem:
    """One entry of the main menu, or of a person’s own pages."""

    title: str | Promise
    route: str  # name of the route, e.g. "initiatives:list"
    order: int = 100
    roles: frozenset[str] = frozenset()  # only for these roles; for everyone where it is empty


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of contribution that a module brings, and how the ladder counts it."""

    key: str  # e.g. "idea"; a key of kernels.ladder.KINDS
    title: str | Promise
    asks_for_an_answer: bool = True


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something people do; who does it must be known surely enough."""

    key: str  # e.g. "ideas.support"
    title: str | Promise
    least: int  # a `people.models.Level`; a municipality may ask for more, never for less


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What a module shows on the page of an initiative."""

    template: str
    facts: dict[str, Any] = field(default_factory=dict)
    order: int = 100
    aside: bool = False  # beside the main column on a wide screen


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing that waits for somebody, as a line of the desk."""

    title: str | Promise
    url: str
    note: str | Promise = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What one module has waiting for whoever looks: the most urgent first, and how many in all."""

    title: str | Promise
    tasks: list[Task]
    in_all: int
    url: str = ""  # the page with all of them


@dataclass(frozen=True, kw_only=True)
class Host:
    """A kind of thing that people talk about, and how conversations find one of it."""

    kind: str  # its name in addresses, e.g. "idea"
    find: str  # dotted path of a function (municipality, key) -> conversations.hosts.Subject | None


@dataclass(frozen=True, kw_only=True)
class News:
    """What happened where somebody takes part, since they were last here; newest first."""

    title: str | Promise
    events: list[dict[str, Any]]  # as the component `timeline` wants them


@dataclass(frozen=True, kw_only=True)
class Module:
    """What one part of Samskap tells the house about itself.

    Dotted paths are looked up when they are needed, so that an announcement imports nothing.

    own_pages  what a person finds from “My page”
    sets_up  what an administrator sets up at its route `settings`, and a sentence about it; its
             title and promise where this is left out
    acts     what people do that needs a level of sign-in, see `people.permissions`
    panels   functions (request, initiative) -> Panel | None, for the page of an initiative
    decision_panels  functions (request, decision) -> Panel | None, for the page of a decision
    recommendation_panels  functions (request, formal decision) -> key of a recommendation → Panel:
             what stands beside a recommendation where an elected body answers it
    hosts    what people talk about on its own page
    along    questions (initiative) -> rows that the page of an initiative brings along in one go,
             see `base.brought.along`
    waiting  functions (request) -> Waiting | None, for the desk
    front    the view of the front page; one module brings it
    tasks    dotted paths of scheduled tasks, see `base.queue.schedule`
    forgets  functions (person) that blank what a module holds about someone who deletes their
             account, in the same transaction; the modules above first
    files    functions (request, path) -> bool: is this a file of the module’s, and may whoever asks
             see it here
    renamed  functions (person or organisation) that make anew what was kept with its name, in the
             same transaction
    tells    whether it tells people things, so that they can choose how they hear of them
    trace_of  function (contribution) -> the address of the page of what became of it; one module
             brings it
    news     functions (request, since) -> News | None, for what happened since one was last here
    takes_in  functions (initiative, hand, title, text, language, kind, at) -> Contribution: take
              in what came up elsewhere, an idea where no other kind is named, and make something
              of its own of it
    takes_into_text  functions (initiative, hand, title, text, language, causes, at) ->
              Contribution: take what came up elsewhere into a joint text, with the contributions
              that it rests on
    asks     functions (initiative) -> what it asks everybody just now, for a shared screen
    work_together  functions (person, other, municipality) -> bool: do these two work together
    in_calendar  functions (person, municipality) -> the entries (`base.calendars.Entry`) that stand
             in the person’s own calendar feed
    imports  dotted paths of what it takes in from files, see `base.intake.Intake`
    expects  functions (initiative) -> the persons who are expected at its meetings
    expects_guests  functions (initiative) -> those expected at its meetings who have no account:
             pairs of the giver behind each and the name to show
    meets_by_law  functions (initiative) -> bool: do its meetings follow the law on the meetings of
             elected bodies
    goes_along  functions (contribution) -> the contributions that go on as a part of it: what is
             said of it is said of them
    goes_on_as  functions (contribution) -> the contribution that it has become a part of, or None
    answers_there  functions (contribution) -> bool: is it answered on its own page, by the rule
              that holds there, and nowhere else
    hears_answers  functions (recommendation, by, at) that hear of each answer of an elected body,
              in the same transaction
    hears_decisions  functions (decision, by, at) that hear of each decision of the partners, taken
              or not, in the same transaction
    findable  what can be found, see `base.finding.Findable`
    needs_hands  functions (municipality) -> keys of initiatives that need hands now
    search   the route of the page on which all can be found; one module brings it
    lets_go  functions (thing) that forget words which nobody may read any more
    similar  who knows what is like a text, see `base.finding.Similar`; one module brings it
    personal  dotted path of what it holds about one person, see `base.personal.Held`
    awaits   functions (keys of persons) -> the keys of those whom somebody still waits for: their
             account is not deleted because it is unused
    keeps    dotted path of how long it keeps things, see `base.personal.Keeping`
    forgets_giver  functions (giver) that blank what a module holds about somebody without an
             account, who gave on paper
    sensitive  pages that show more about people than others may see, see `base.seen`
    watches  functions (request, key of a sensitive page, person or None) that write down a sight
    """

    key: str
    title: str | Promise
    promise: str | Promise
    urls: str = ""  # dotted path of its URLconf
    open_data: str = ""  # dotted path of its API router
    menu: tuple[MenuItem, ...] = ()
    own_pages: tuple[MenuItem, ...] = ()
    sets_up: tuple[str | Promise, str | Promise] | None = None
    kinds: tuple[Kind, ...] = ()
    acts: tuple[Act, ...] = ()
    panels: tuple[str, ...] = ()
    decision_panels: tuple[str, ...] = ()
    recommendation_panels: tuple[str, ...] = ()
    hosts: tuple[Host, ...] = ()
    along: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    front: str = ""
    forgets: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    tells: bool = False
    news: tuple[str, ...] = ()
    trace_of: tuple[str, ...] = ()
    work_together: tuple[str, ...] = ()
    expects: tuple[str, ...] = ()
    expects_guests: tuple[str, ...] = ()
    meets_by_law: tuple[str, ...] = ()
    in_calendar: tuple[str, ...] = ()
    goes_along: tuple[str, ...] = ()
    goes_on_as: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    takes_in: tuple[str, ...] = ()
    takes_into_text: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    answers_there: tuple[str, ...] = ()
    hears_answers: tuple[str, ...] = ()
    hears_decisions: tuple[str, ...] = ()
    findable: tuple[Any, ...] = ()  # of `base.finding.Findable`, which stands on this file
    needs_hands: tuple[str, ...] = ()
    search: str = ""
    lets_go: tuple[str, ...] = ()
    similar: tuple[Any, ...] = ()
    personal: str = ""
    awaits: tuple[str, ...] = ()
    keeps: str = ""
    forgets_giver: tuple[str, ...] = ()
    sensitive: tuple[Sensitive, ...] = ()
    watches: tuple[str, ...] = ()


@cache
def all_modules() -> tuple[Module, ...]:
    """Return every announced module, in the order the apps are installed."""
    return tuple(
        import_module(f"{app.name}.module").module
        for app in apps.get_app_configs()
        if app.name.startswith("samskap.")
        and app.module
        and module_has_submodule(app.module, "module")
    )


def announced(what: str) -> Iterator[Any]:
    """Give everything that the modules announced under a name: `announced("panels")`.

    Dotted paths are turned into what they name.
    """
    for module in all_modules():
        named = getattr(module, what)
        for item in (named,) if isinstance(named, str) and named else named:
            yield import_string(item) if isinstance(item, str) else item
