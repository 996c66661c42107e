"""Going through the lines of a file, some at a time, so that nobody else waits for long."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InterfaceError, OperationalError, transaction
from django.db.models import Model
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import TaskContext, task

from samskap.base.intake import RowIsWrong
from samskap.base.memory import key_of
from samskap.base.queue.engine import NoUseRetrying, is_last_attempt
from samskap.base.refusals import Refusal
from samskap.imports.intakes import row_of, taker_for
from samskap.imports.models import File, Line

AT_ONCE = 25  # lines in one transaction: on SQLite all other writers wait for it
Fate, State = Line.Fate, File.State
SAYS_NO = (RowIsWrong, Refusal, ValidationError, IntegrityError)
PASSES = (OperationalError, InterfaceError)  # the database is busy, or away for a while


@dataclass(frozen=True)
class Step:
    """One way of going through a file: which lines, what is done, and where it leads."""

    fates: tuple[str, ...]
    then: str


STEPS: dict[str, Step] = {
    State.REHEARSING: Step((Fate.WAITING,), State.REHEARSED),
    State.TAKING: Step((Fate.NEW,), State.TAKEN),
    State.UNDOING: Step((Fate.TAKEN,), State.UNDONE),
}

# Where a file waits for somebody when its step cannot go on.
GOES_BACK_TO: dict[str, str] = {
    State.REHEARSING: State.READ,
    State.TAKING: State.TAKEN,
    State.UNDOING: State.TAKEN,
}


def go_on(file: File, language: str) -> None:
    """Go through a file to the end of the step it is in, and say why in a language.

    A worker that is killed leaves whole batches behind: what was gone through carries its fate, and
    the next one goes on with the rest.
    """
    with (
        translation.override(language),
        timezone.override(file.municipality.preset.time_zone),
    ):
        walk = Walk(file)
        while walk.batch():
            pass


class Walk:
    """One walk through a file."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.state = file.state
        self.taker = taker_for(file)
        self.number_of: dict[str, int] = {}  # what a row is known by → where it stood first

    def batch(self) -> bool:
        """Go through the next lines; say whether there are more."""
        step = STEPS[self.state]
        with transaction.atomic():
            held = File.objects.select_for_update(of=("self",)).get(pk=self.file.pk)
            if held.state != self.state:  # another worker was first
                return False
            lines = list(held.lines.filter(fate__in=step.fates).order_by("number")[:AT_ONCE])
            if not lines:
                held.state = step.then
                held.save(update_fields=["state"])
                return False
            if self.state == State.UNDOING:
                self._undo(lines)
            else:
                self._take(lines, is_rehearsal=self.state == State.REHEARSING)
            keep(lines)
            held.gone_through += len(lines)
            held.save(update_fields=["gone_through"])
        return True

    def _take(self, lines: Iterable[Line], *, is_rehearsal: bool) -> None:
        """Take in lines; a rehearsal undoes what was written, and keeps what was found."""
        with transaction.atomic():
            for line in lines:
                self._take_one(line, is_rehearsal=is_rehearsal)
            if is_rehearsal:
                transaction.set_rollback(True)

    def _take_one(self, line: Line, *, is_rehearsal: bool) -> None:
        """Take in one line, or say why not."""
        row = row_of(self.file, line.values)
        try:
            with transaction.atomic():
                key = self.taker.key_of(row)
                if first := self.number_of.get(key):
                    line.fate = Fate.SAME
                    line.says = _("The same as row %(number)s of this file.") % {"number": first}
                    return
                if same := self.taker.same(row):
                    line.fate, line.says, line.path = Fate.SAME, str(same.says), same.path
                    return
                thing = self.taker.take(row)
        except SAYS_NO as no:
            line.fate, line.says = Fate.WRONG, sentence_of(no)
            return
        if key:  # only now: a row that is wrong stands in the way of no right one after it
            self.number_of[key] = line.number
        if is_rehearsal:
            line.fate, line.says = Fate.NEW, ""
            return
        line.fate, line.says, line.thing = Fate.TAKEN, "", key_of(thing)
        line.path = path_of(thing)

    def _undo(self, lines: Iterable[Line]) -> None:
        """Take away what was made of lines, the last first, or say why it stays."""
        for line in sorted(lines, key=lambda line: -line.number):
            thing = thing_of(line.thing)
            line.fate, line.says = Fate.UNDONE, ""
            if thing is None:
                continue
            try:
                with transaction.atomic():
                    stays = str(self.taker.undo(thing) or "")
            except SAYS_NO as no:
                stays = sentence_of(no)
            if stays:
                line.fate, line.says = Fate.STAYS, stays
            else:
                line.path = ""


def keep(lines: Collection[Line]) -> None:
    """Write down what became of lines that are there: in one statement, and a short one."""
    became = ["fate", "says", "path", "thing"]
    Line.objects.bulk_create(
        lines, update_conflicts=True, unique_fields=["id"], update_fields=became
    )


def sentence_of(no: Exception) -> str:
    """What to tell whoever mends the row."""
    if isinstance(no, ValidationError):
        return " ".join(no.messages)
    if isinstance(no, IntegrityError):
        return _("It is there already, or something it needs is not.")
    return str(no)


def path_of(thing: Model) -> str:
    """The page of something, where it has one."""
    find: Any = getattr(thing, "get_absolute_url", None)
    return str(find())[:200] if find else ""


def thing_of(key: str) -> Model | None:
    """Find a row by its name in the memory; None where it is gone."""
    label, _colon, number = key.partition(":")
    model = apps.get_model(label)
    found: Model | None = model._default_manager.filter(pk=number).first()
    return found


@task(takes_context=True)
def go_through(context: TaskContext, key: int, language: str) -> None:
    """Go through a file to the end of the step that it is in; done twice it does nothing more.

    language  of whoever began the step, as they read it then

    After a fault that will not pass by itself the file waits for somebody at the step before.
    """
    found = File.objects.select_related("municipality", "by")
    file = found.filter(pk=key, state__in=File.RUNNING).first()
    if file is None:
        return
    if file.by is None:  # whoever began it has left; somebody else may go on from here
        go_back(file)
        return
    try:
        go_on(file, language)
    except PASSES as fault:  # the queue tries again, and goes on with the rest
        if is_last_attempt(fault, context.attempt):
            go_back(file)
        raise
    except Exception as fault:
        go_back(file)
        raise NoUseRetrying("The file has gone back to the step before.") from fault


def go_back(file: File) -> None:
    """Let a file wait for somebody, where nobody else has moved it meanwhile."""
    still = File.objects.filter(pk=file.pk, state=file.state)
    still.update(state=GOES_BACK_TO[file.state])
