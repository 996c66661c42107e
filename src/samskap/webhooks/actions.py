"""Looking after hooks, finding what they should hear of, and sending it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from samskap.base.memory import remember
from samskap.municipalities.models import Municipality
from samskap.notices.actions import tell
from samskap.people.models import Person, Role
from samskap.people.queries import people_with_role
from samskap.webhooks import events, queries, signing
from samskap.webhooks.errors import HookIsOff, NothingToHear, NotYourHooks, TooManyHooks
from samskap.webhooks.models import Delivery, Hook
from samskap.webhooks.permissions import may_keep_hooks
from samskap.webhooks.sending import Answer, post, see_that_it_leads_out

MOST_HOOKS = 20
# After each try that nobody took; after the last one it is given up.
PAUSES = [timedelta(minutes=m) for m in (1, 5, 30, 120, 360, 720, 1440)]
SLOWEST_WRITE = timedelta(minutes=10)  # what happened may be seen so much later than it happened
CLAIMED = timedelta(minutes=15)  # a worker that dies while it sends leaves it due again after this
FAILING = timedelta(days=3)
GONE = 410
AT_ONCE = 50  # messages to one address, one after another
LONGEST = timedelta(minutes=1)  # for one address, before others have their turn
KEPT = timedelta(days=30)
LET_GO_AT_ONCE = 500


# ── What an administrator does ───────────────────────────────────────────────


def register(*, municipality: Municipality, url: str, hears: Collection[str], by: Person) -> Hook:
    """Register an address; it hears of what happens from now on.

    hears   names of events, see `events.EVENTS`

    Refuses with NotYourHooks, TooManyHooks, NothingToHear, AddressIsNotSafe or AddressIsWithin.
    """
    if not may_keep_hooks(by, municipality):
        raise NotYourHooks
    if Hook.objects.of(municipality).count() >= MOST_HOOKS:
        raise TooManyHooks(most=MOST_HOOKS)
    chosen = [name for name in events.EVENTS if name in hears]
    if not chosen:
        raise NothingToHear
    see_that_it_leads_out(url)  # a slow name server must not keep the database waiting
    with transaction.atomic():
        hook = Hook.objects.create(
            municipality=municipality, url=url, events=chosen, read_until=queries.latest_happening()
        )
        remember("webhooks.registered", by=by.pseudonym_key, about=hook)
    return hook


@transaction.atomic
def take_away(*, hook: Hook, by: Person) -> None:
    """Take an address away, with all that was sent to it. Refuses with NotYourHooks."""
    _ask_leave(hook, by)
    remember("webhooks.taken_away", by=by.pseudonym_key, about=hook)
    hook.delete()


@transaction.atomic
def switch(*, hook: Hook, is_on: bool, by: Person) -> Hook:
    """Switch a hook on or off. What happened while it was off is not sent afterwards.

    Refuses with NotYourHooks.
    """
    _ask_leave(hook, by)
    hook = Hook.objects.select_for_update().get(pk=hook.pk)
    hook.off, hook.failing_since = "" if is_on else Hook.Off.BY_HAND, None
    if is_on:
        hook.read_until = queries.latest_happening()
    hook.save(update_fields=["off", "failing_since", "read_until"])
    remember("webhooks.switched", by=by.pseudonym_key, about=hook)
    return hook


@transaction.atomic
def renew_secret(*, hook: Hook, by: Person) -> Hook:
    """Give a hook a new secret; for a day messages are signed by the old one too.

    Refuses with NotYourHooks.
    """
    _ask_leave(hook, by)
    hook = Hook.objects.select_for_update().get(pk=hook.pk)
    hook.generation, hook.renewed_at = hook.generation + 1, timezone.now()
    hook.save(update_fields=["generation", "renewed_at"])
    remember("webhooks.secret_renewed", by=by.pseudonym_key, about=hook)
    return hook


@transaction.atomic
def try_out(*, hook: Hook, by: Person) -> Delivery:
    """Send a message that says nothing. Refuses with NotYourHooks or HookIsOff."""
    _ask_leave(hook, by)
    if hook.off:
        raise HookIsOff
    trial: Delivery = Delivery.objects.create(
        municipality=hook.municipality,
        hook=hook,
        what=events.TRIAL,
        body=events.trial(hook.municipality),
    )
    send_due.enqueue(hook.pk)
    return trial


@transaction.atomic
def send_again(*, delivery: Delivery, by: Person) -> None:
    """Send a message once more, under the same name, so that receivers know it again.

    Refuses with NotYourHooks or HookIsOff.
    """
    _ask_leave(delivery.hook, by)
    if delivery.hook.off:
        raise HookIsOff
    Delivery.objects.filter(pk=delivery.pk).update(due_at=timezone.now(), attempts=0)
    send_due.enqueue(delivery.hook_id)


def _ask_leave(hook: Hook, by: Person) -> None:
    """Refuse whoever may not look after a hook."""
    if not may_keep_hooks(by, hook.municipality):
        raise NotYourHooks


# ── What the clock does ──────────────────────────────────────────────────────


@transaction.atomic
def gather(hook: Hook, *, now: datetime) -> int:
    """Write down what a hook has not heard of yet; say how many messages wait for it.

    What is written in a slow transaction comes into sight after what happened later. So the last
    minutes are looked through again each time, and the database lets nothing stand there twice.
    """
    held = _held(hook.pk)
    if held is None:
        return 0
    hook = held
    said = events.messages_of(queries.happened_since(hook), hook.municipality)
    Delivery.objects.bulk_create(
        (
            Delivery(
                municipality=hook.municipality,
                hook=hook,
                happening=happening.pk,
                what=happening.what,
                body=body,
                made_at=now,
                due_at=now,
            )
            for happening, body in said
        ),
        ignore_conflicts=True,
    )
    hook.read_until = queries.settled_until(hook, now - SLOWEST_WRITE)
    hook.save(update_fields=["read_until"])
    return Delivery.objects.filter(hook=hook, due_at__lte=now).count()


@task()
def send_due(hook_id: int) -> None:
    """Send what is due to one address, one after another; the first that is not taken ends it."""
    began = timezone.now()
    for _number in range(AT_ONCE):
        now = timezone.now()
        if now - began > LONGEST:
            return
        hook = Hook.objects.filter(pk=hook_id, off="").first()
        due = Delivery.objects.filter(hook=hook_id, due_at__lte=now).order_by("due_at", "pk")
        delivery = due.select_related("hook__municipality").first()
        if hook is None or delivery is None:
            return
        claimed = Delivery.objects.filter(pk=delivery.pk, due_at=delivery.due_at)
        if not claimed.update(due_at=now + CLAIMED, tried_at=now, attempts=F("attempts") + 1):
            continue  # another worker has it
        headers = signing.headers_of(delivery, now=now)
        if not note(delivery, post(hook.url, delivery.body, headers), now=now):
            return


@transaction.atomic
def note(delivery: Delivery, answer: Answer, *, now: datetime) -> bool:
    """Write down what came back; say whether the message was taken.

    Whoever took the address away meanwhile wants to know no more.
    """
    hook = _held(delivery.hook_id)
    fresh = Delivery.objects.filter(pk=delivery.pk).first()
    if hook is None or fresh is None:
        return False
    fresh.status, fresh.fault = answer.status, answer.fault
    if answer.is_taken:
        fresh.taken_at, fresh.due_at = timezone.now(), None
        hook.failing_since = None
    else:
        is_last = fresh.attempts > len(PAUSES)
        fresh.due_at = None if is_last else now + PAUSES[fresh.attempts - 1]
        hook.failing_since = hook.failing_since or now
        if answer.status == GONE:
            _switch_off(hook, Hook.Off.GONE)
        elif now - hook.failing_since >= FAILING:
            _switch_off(hook, Hook.Off.FAILING)
    fresh.save(update_fields=["status", "fault", "taken_at", "due_at"])
    hook.save(update_fields=["failing_since", "off"])
    return answer.is_taken


def _held(key: int) -> Hook | None:
    """Hold a hook until the transaction ends; None where it was taken away meanwhile.

    Its municipality is only read.
    """
    found = Hook.objects.select_for_update(of=("self",)).select_related("municipality")
    return found.filter(pk=key).first()


def _switch_off(hook: Hook, why: str) -> None:
    """Stop sending, and tell the administrators."""
    hook.off = why
    remember("webhooks.switched_off", by=None, about=hook)
    for person in people_with_role(hook.municipality, Role.Name.ADMINISTRATOR):
        tell(
            person=person,
            municipality=hook.municipality,
            kind="webhooks.switched_off",
            label=_("A webhook was switched off"),
            text=_("Nothing was taken at its address. See what came back, and switch it on again."),
            path=hook.get_absolute_url(),
        )


def forget_old(*, now: datetime) -> None:
    """Let go of old messages, also of those that wait at an address that is switched off.

    Keys grow with time: the oldest are read first, some at a time, and the first young one ends it.
    So nobody waits for long, and what is young is not gone through every night.
    """
    while True:
        oldest = Delivery.objects.order_by("pk").values_list("pk", "made_at")[:LET_GO_AT_ONCE]
        keys = [key for key, made_at in oldest if made_at < now - KEPT]
        Delivery.objects.filter(pk__in=keys).delete()
        if len(keys) < LET_GO_AT_ONCE:
            return
