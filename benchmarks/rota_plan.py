"""How fast a fair plan is made, how much memory it takes, and whether it is the cheapest.

    python -m benchmarks.rota_plan                    5 000 helpers × 2 000 shifts
    python -m benchmarks.rota_plan 2000 1200
    python -m benchmarks.rota_plan oracle             small cases beside HiGHS, rest and company too

The helpers are invented: they live in a municipality of 20 × 20 km, can on about every fifth part
of a day in two weeks, know up to five things and take one to four turns.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import numpy as np

from samskap.kernels.rota_plan import FURTHER_TURN, UNFILLED, Helper, Need, Window, planning
from samskap.kernels.rota_plan.asking import clash
from samskap.kernels.rota_plan.ways import ways_between

ZONE = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2026, 3, 16, tzinfo=ZONE)  # the clocks go forward on the second Sunday
HOURS = ((8, 12), (12, 17), (17, 22))
SKILLS = ("key", "till", "first aid", "reading")
HOW_MANY_KNOW = (0.35, 0.25, 0.15, 0.1)


def invented(
    people: int, shifts: int, *, rest: bool, apart: bool = False, seed: int = 0
) -> tuple[list[Need], list[Helper]]:
    """Make helpers and needs."""
    chance = np.random.default_rng(seed)
    days = 14
    helpers = [
        Helper(
            key=f"helper {number}",
            knows=frozenset(
                skill
                for skill, share in zip(SKILLS, HOW_MANY_KNOW, strict=True)
                if chance.random() < share
            ),
            windows=tuple(
                Window(weekday, *(MONDAY.replace(hour=hour).time() for hour in HOURS[part]))
                for weekday in range(7)
                for part in range(3)
                if chance.random() < 0.22
            )
            or (Window(0, *(MONDAY.replace(hour=hour).time() for hour in HOURS[0])),),
            most=int(chance.integers(1, 5)),
            rest=timedelta(hours=11 if rest else 0),
            not_with=frozenset({f"helper {chance.integers(people)}"} if apart else ()),
            at=tuple(chance.random(2) * 20),
            reach_km=float(chance.uniform(4, 15)),
        )
        for number in range(people)
    ]
    needs = []
    for number in range(shifts):
        day, part = int(chance.integers(days)), int(chance.integers(3))
        opens, closes = ((MONDAY + timedelta(days=day)).replace(hour=h) for h in HOURS[part])
        at = tuple(chance.random(2) * 20)
        asked = [(frozenset(), int(chance.integers(1, 4)))]
        if chance.random() < 0.5:
            asked.append((frozenset({str(chance.choice(SKILLS))}), 1))
        needs += [
            Need(
                key=f"shift {number}, duty {duty}",
                shift=f"shift {number}",
                starts_at=opens,
                ends_at=closes,
                people=wanted,
                asks=asks,
                at=at,
            )
            for duty, (asks, wanted) in enumerate(asked)
        ]
    return needs, helpers


def cheapest_by_highs(needs: list[Need], helpers: list[Helper]) -> int:
    """Return the least cost there is, by whole-number programming: every rule as an inequality."""
    import highspy  # noqa: PLC0415 - only the oracle needs it

    wanted, people = planning.in_order(needs, helpers, 0)
    ways = ways_between(wanted, people)
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("mip_rel_gap", 0.0)
    taken = [
        model.addVariable(0, 1, float(cost), type=highspy.HighsVarType.kInteger)
        for cost in ways.cost
    ]
    for number, need in enumerate(wanted):
        empty = model.addVariable(0, need.people, UNFILLED)
        model.addConstr(
            sum((taken[way] for way in np.flatnonzero(ways.need == number)), empty) == need.people
        )
    for number, helper in enumerate(people):
        own = np.flatnonzero(ways.helper == number).tolist()
        if not own:
            continue
        steps = [
            model.addVariable(0, 1, FURTHER_TURN * (helper.has + step))
            for step in range(min(len(own), (helper.most or len(own)) - helper.has))
        ]
        model.addConstr(sum(taken[way] for way in own) <= sum(steps))
        for one, other in combinations(own, 2):
            first, second = wanted[ways.need[one]], wanted[ways.need[other]]
            times = ((need.starts_at, need.ends_at) for need in (first, second))
            if first.part == second.part or clash(*times, helper.rest):
                model.addConstr(taken[one] + taken[other] <= 1)
    for one, other in combinations(range(len(people)), 2):
        if people[other].key in people[one].not_with:
            for way in np.flatnonzero(ways.helper == one).tolist():
                for against in np.flatnonzero(ways.helper == other).tolist():
                    if wanted[ways.need[way]].shift == wanted[ways.need[against]].shift:
                        model.addConstr(taken[way] + taken[against] <= 1)
    model.minimize()
    return round(model.getInfo().objective_function_value)


def beside_oracle() -> None:
    """Compare the plan with the least cost there is, on forty small cases."""
    same, over, by_hand = 0, [], []
    for seed in range(40):
        rest, apart = seed % 2 == 0, seed % 3 == 0
        needs, helpers = invented(30, 24, rest=rest, apart=apart, seed=seed)
        ours, least = planning.plan(needs, helpers).cost, cheapest_by_highs(needs, helpers)
        simple = planning.turn_by_turn(needs, helpers).cost
        say(f"{seed} rest={rest} apart={apart}: ours {ours}, least {least}, turn by turn {simple}")
        same += ours == least
        over.append(ours / least - 1)
        by_hand.append(simple / least - 1)
        if not rest and not apart and ours != least:
            raise SystemExit(f"case {seed}: {ours} is not the least cost {least}")
    say(f"same cost in {same} of {len(over)}; above the least by at most {max(over):.2%},")
    say(
        f"in the mean {np.mean(over):.3%}; turn by turn is {np.mean(by_hand):.1%} above in the mean"
    )


def measure(people: int, shifts: int) -> None:
    """Time the plan, with rest and without."""
    say(
        "| helpers × shifts | rest | seconds | of a processor | filled of places | cost |"
        " the cheapest | turn by turn |"
    )
    say("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for rest in (False, True):
        needs, helpers = invented(people, shifts, rest=rest)
        began, spent = time.perf_counter(), time.process_time()
        plan = planning.plan(needs, helpers)
        seconds, spent = time.perf_counter() - began, time.process_time() - spent
        simple = planning.turn_by_turn(needs, helpers)
        say(
            f"| {people} × {shifts} | {'yes' if rest else 'no'} | {seconds:.2f} | {spent:.2f} |"
            f" {len(plan.given)} of {plan.places} | {plan.cost:,} |"
            f" {'yes' if plan.is_cheapest else 'not known'} | {simple.cost:,} |"
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"Peak memory of the process: {memory:.0f} MB")


def say(text: str) -> None:
    """Write a line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["oracle"]:
        beside_oracle()
    else:
        measure(*(int(number) for number in sys.argv[1:3] or ("5000", "2000")))
