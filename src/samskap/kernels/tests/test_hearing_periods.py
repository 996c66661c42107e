from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samskap.kernels.deadlines import why_not_working
from samskap.kernels.errors import UnknownWord
from samskap.kernels.hearing_periods import (
    PRESETS,
    earliest_close,
    preset_named,
    presets_of,
    settled_close,
)

BY_LAW = [
    # opened, kind, country, counted, last day, moved by
    ("2026-03-02", "no_zoning_plan", "NO", "2026-04-13", "2026-04-13", ""),
    ("2026-04-03", "no_zoning_plan", "NO", "2026-05-15", "2026-05-15", ""),
    ("2026-04-05", "no_municipal_plan", "NO", "2026-05-17", "2026-05-18", "public_holiday"),
    ("2026-02-20", "no_plan_programme", "NO", "2026-04-03", "2026-04-07", "public_holiday"),
    ("2026-01-03", "no_zoning_plan", "NO", "2026-02-14", "2026-02-16", "saturday"),
    ("2026-03-02", "dk_municipal_plan", "DK", "2026-04-27", "2026-04-27", ""),
    ("2026-05-08", "dk_local_plan", "DK", "2026-06-05", "2026-06-08", "closed_day"),
    ("2026-03-02", "dk_municipal_plan_minor", "DK", "2026-03-30", "2026-03-30", ""),
    ("2026-12-10", "dk_local_plan_minor", "DK", "2026-12-24", "2026-12-28", "closed_day"),
    ("2028-02-15", "dk_local_plan_minor", "DK", "2028-02-29", "2028-02-29", ""),  # a leap day
    ("2028-02-22", "no_zoning_plan", "NO", "2028-04-04", "2028-04-04", ""),  # over a leap day
]


@pytest.mark.parametrize(("opened", "kind", "country", "counted", "last", "moved_by"), BY_LAW)
def test_the_law_gives_the_earliest_last_day(opened, kind, country, counted, last, moved_by):
    found = earliest_close(date.fromisoformat(opened), preset_named(kind), country)

    assert found is not None
    assert (found.counted_on.isoformat(), found.on.isoformat()) == (counted, last)
    assert found.moved_by == moved_by


@pytest.mark.parametrize(
    ("kind", "weeks"),
    [
        ("no_municipal_plan", 6),
        ("no_zoning_plan", 6),
        ("no_plan_programme", 6),
        ("no_small_change", 0),
        ("dk_municipal_plan", 8),
        ("dk_municipal_plan_minor", 4),
        ("dk_local_plan", 4),
        ("dk_local_plan_minor", 2),
        ("own", 0),
    ],
)
def test_each_kind_has_its_weeks_and_a_source(kind, weeks):
    preset = preset_named(kind)

    assert preset.weeks == weeks
    assert bool(preset.source) == (kind != "own")


def test_a_country_is_offered_its_own_kinds_and_the_free_one():
    norway, denmark = presets_of("NO"), presets_of("DK")

    assert len(norway) + len(denmark) == len(PRESETS) + 1
    assert norway[-1].key == denmark[-1].key == "own"
    assert all(each.key.startswith("no_") for each in norway[:-1])
    with pytest.raises(UnknownWord):
        preset_named("se_detaljplan")


@given(wished=st.dates(date(2020, 1, 1), date(2035, 12, 31)), country=st.sampled_from(["NO", "DK"]))
def test_a_chosen_last_day_is_a_working_day_and_never_an_earlier_one(wished, country):
    settled = settled_close(wished, country)

    assert settled.counted_on == wished
    assert timedelta(0) <= settled.on - wished < timedelta(days=8)
    assert why_not_working(settled.on, country) == ""
    assert settled.moved_by == why_not_working(wished, country)
