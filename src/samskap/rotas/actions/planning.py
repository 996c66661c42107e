"""Plans: suggested by the kernel, looked over by coordinators, and taken by whoever says yes."""

from dataclasses import asdict
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django_tasks import task

from samskap.base.refusals import Refusal
from samskap.kernels import rota_plan
from samskap.kernels.rota_figures import gini, top_share
from samskap.ledger.hands import Hand
from samskap.notices.actions import tell
from samskap.people.models import Person
from samskap.rotas.actions.rotas import happened, must_keep
from samskap.rotas.actions.turns import take
from samskap.rotas.errors import (
    NobodyToAsk,
    NothingToPlan,
    NotSuggestedToYou,
    PlanIsPutAway,
    PlanTooLong,
)
from samskap.rotas.models import Helper, Need, Plan, Rota, Suggestion
from samskap.rotas.queries.planner import asked_for, hours_after

LONGEST = timedelta(weeks=26)
AT_ONCE = 200_000  # needs × helpers; more than that goes through the queue


@transaction.atomic
def make_plan(*, rota: Rota, by: Person, first_on: date, last_on: date) -> Plan:
    """Suggest a fair plan for the places that are free; nobody is asked yet.

    Refuses with NotYoursToKeep, PlanTooLong, NobodyToAsk or NothingToPlan.
    """
    must_keep(by, rota)
    today = timezone.localdate()
    first_on = max(first_on, today)
    if not first_on <= last_on <= today + LONGEST:
        raise PlanTooLong
    plan = Plan(
        municipality=rota.municipality, rota=rota, first_on=first_on, last_on=last_on, made_by=by
    )
    plan.save()
    asked = asked_for(plan)
    if not asked.needs:
        raise NothingToPlan
    if not asked.helpers:
        raise NobodyToAsk
    happened("rotas.plan_made", rota, by, plan)
    if asked.size > AT_ONCE:
        work_out_later.enqueue(plan.pk)
    else:
        work_out(plan)
    return plan


@task()
def work_out_later(plan_pk: int) -> None:
    """Work out a large plan from the queue."""
    plan = Plan.objects.select_related("rota__area").filter(pk=plan_pk).first()
    if plan:
        work_out(plan)


@transaction.atomic
def work_out(plan: Plan) -> None:
    """Let the kernel suggest who takes what. A plan that is worked out is left as it is."""
    # The queue may ask twice: the second waits here, and finds it done.
    if Plan.objects.select_for_update().get(pk=plan.pk).worked_out_at:
        return
    asked = asked_for(plan)
    found = rota_plan.plan(asked.needs, asked.helpers, seed=plan.pk)
    needs = Need.objects.select_related("shift").in_bulk([int(one.need) for one in found.given])
    Suggestion.objects.bulk_create(
        Suggestion(
            municipality_id=plan.municipality_id,
            plan=plan,
            need_id=int(one.need),
            person_id=asked.person_of[one.helper],
            why={key: why for key, why in asdict(one).items() if key not in ("need", "helper")},
        )
        for one in found.given
    )
    hours = hours_after(
        plan,
        ((asked.person_of[one.helper], needs[int(one.need)].shift) for one in found.given),
    )
    plan.figures = {
        "formula": rota_plan.FORMULA,
        "places": found.places,
        "filled": len(found.given),
        "is_cheapest": found.is_cheapest,
        "helpers": len(asked.helpers),
        "gini": gini(list(hours.values())),
        "top_share": top_share(list(hours.values())),
        "open": [asdict(one) | {"need": int(one.need)} for one in found.open],
    }
    plan.worked_out_at = timezone.now()
    plan.save(update_fields=["figures", "worked_out_at"])


@transaction.atomic
def ask_helpers(*, plan: Plan, by: Person) -> int:
    """Ask everybody whom a plan suggests, once each; say how many are asked.

    Refuses with NotYoursToKeep or PlanIsPutAway.
    """
    plan = held(plan)
    must_keep(by, plan.rota)
    if plan.put_away_at:
        raise PlanIsPutAway
    if plan.asked_at:
        return 0
    plan.asked_at = timezone.now()
    plan.save(update_fields=["asked_at"])
    counts: dict[Person, int] = {}
    open_ones = plan.suggestions.filter(status=Suggestion.Status.SUGGESTED)
    for suggestion in open_ones.select_related("person").order_by("person", "pk"):
        counts[suggestion.person] = counts.get(suggestion.person, 0) + 1
    for person, count in counts.items():
        ask(plan, person, count)
    happened("rotas.helpers_asked", plan.rota, by, plan)
    return len(counts)


def ask(plan: Plan, person: Person, count: int) -> None:
    """Ask one person; they answer each suggestion with yes or no."""
    tell(
        person=person,
        municipality=plan.rota.municipality,
        kind="rotas.suggested",
        label=format_lazy(
            ngettext_lazy(
                "“{rota}”: a shift is suggested to you. Can you?",
                "“{rota}”: {count} shifts are suggested to you. Can you?",
                count,
            ),
            rota=plan.rota.title,
            count=count,
        ),
        text=_("Nothing is settled before you say yes. You may say no without a reason."),
        path=reverse("rotas:suggested"),
    )


@transaction.atomic
def accept(*, suggestion: Suggestion, hand: Hand) -> str:
    """Take a turn that was suggested; return why it could not be had, or nothing.

    What has become impossible in the meantime is marked so: full, called off, over, or colliding.
    Refuses with NotSuggestedToYou.
    """
    suggestion = asked_of(suggestion, hand.by)
    no = ""
    try:
        with transaction.atomic():
            take(need=suggestion.need, hand=hand)
        suggestion.status = Suggestion.Status.ACCEPTED
    except Refusal as refusal:
        no = str(refusal)
        suggestion.status = Suggestion.Status.PASSED
    answered(suggestion, hand.by)
    return no


@transaction.atomic
def decline(*, suggestion: Suggestion, by: Person) -> None:
    """Say no to a turn that was suggested; no reason is asked for.

    Refuses with NotSuggestedToYou.
    """
    suggestion = asked_of(suggestion, by)
    suggestion.status = Suggestion.Status.DECLINED
    answered(suggestion, by)


def asked_of(suggestion: Suggestion, by: Person) -> Suggestion:
    """Hold a suggestion that somebody may answer."""
    rows = Suggestion.objects.select_for_update(of=("self",)).select_related(
        "plan", "need__shift", "need__duty"
    )
    found: Suggestion = rows.get(pk=suggestion.pk)
    is_open = found.status == Suggestion.Status.SUGGESTED and not found.plan.put_away_at
    if found.person_id != by.pk or not found.plan.asked_at or not is_open:
        raise NotSuggestedToYou
    return found


def answered(suggestion: Suggestion, by: Person) -> None:
    """Keep who answered, and when."""
    suggestion.answered_by, suggestion.answered_at = by, timezone.now()
    suggestion.save(update_fields=["status", "answered_by", "answered_at"])


@transaction.atomic
def take_out(*, suggestion: Suggestion, by: Person) -> None:
    """Take a suggestion out of a plan; twice changes nothing.

    Refuses with NotYoursToKeep.
    """
    plan = held(suggestion.plan)
    must_keep(by, plan.rota)
    open_ones = plan.suggestions.filter(pk=suggestion.pk, status=Suggestion.Status.SUGGESTED)
    open_ones.update(status=Suggestion.Status.PASSED, answered_by=by, answered_at=timezone.now())


@transaction.atomic
def suggest_instead(*, suggestion: Suggestion, helper: Helper, by: Person) -> Suggestion:
    """Let a coordinator suggest somebody else for the same place; they must say yes too.

    Refuses with NotYoursToKeep or PlanIsPutAway.
    """
    plan = held(suggestion.plan)
    must_keep(by, plan.rota)
    if plan.put_away_at:
        raise PlanIsPutAway
    take_out(suggestion=suggestion, by=by)
    instead, _is_new = Suggestion.objects.update_or_create(
        plan=plan,
        need=suggestion.need,
        person=helper.person,
        defaults={
            "municipality_id": plan.municipality_id,
            "why": {"chosen_by_people": True},
            "status": Suggestion.Status.SUGGESTED,
            "answered_by": None,
            "answered_at": None,
        },
    )
    if plan.asked_at:
        ask(plan, helper.person, 1)
    return instead


@transaction.atomic
def put_away(*, plan: Plan, by: Person) -> None:
    """Put a plan away: nobody is asked any more. Turns that were taken stay.

    Refuses with NotYoursToKeep.
    """
    plan = held(plan)
    must_keep(by, plan.rota)
    if not plan.put_away_at:
        plan.put_away_at = timezone.now()
        plan.save(update_fields=["put_away_at"])
        happened("rotas.plan_put_away", plan.rota, by, plan)


def held(plan: Plan) -> Plan:
    """Let whoever comes second wait here."""
    rows = Plan.objects.select_for_update(of=("self",)).select_related("rota__municipality")
    found: Plan = rows.get(pk=plan.pk)
    return found
