"""The six effects and other figures of members, as charts with their tables."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samskap.committees.models import AfterAnswer, Committee, Effects
from samskap.committees.models.team import Role
from samskap.committees.queries.effects import Means
from samskap.committees.queries.meetings_held import Before
from samskap.kernels.before_after import Mean
from samskap.kernels.suppression import SMALLEST_SHOWN

Facts = dict[str, Any]
Round = Effects.Round


def effect_names() -> list[str]:
    """What each effect is called in a picture, in the order of the questions."""
    return [
        pgettext("effect", "Understanding the problem"),
        pgettext("effect", "Many ideas"),
        pgettext("effect", "Something new"),
        pgettext("effect", "Ownership"),
        pgettext("effect", "Speed"),
        pgettext("effect", "Room to lead"),
    ]


def how_many(mean: Mean) -> str:
    """Say how many answered; so few that one could be known are not counted out."""
    if mean.n is None:
        return _("fewer than {n}, or hidden so that nobody can be worked out").format(
            n=SMALLEST_SHOWN
        )
    return str(mean.n)


def effects_charts(committee: Committee, means: dict[str, Means]) -> list[Facts]:
    """A chart for everybody, and one for each role that sits in the committee."""
    before, after = means[Round.BEFORE], means[Round.AFTER]
    groups = [(_("Everybody"), before.everybody, after.everybody)]
    groups += [
        (str(Role(role).label), before.by_role[role], after.by_role[role])
        for role in before.by_role
    ]
    return [
        effects_chart(f"effects-{committee.pk}-{place}", title, *pair)
        for place, (title, *pair) in enumerate(groups)
    ]


def effects_chart(key: str, title: str, before: Mean, after: Mean) -> Facts:
    """Means before and after of one group; what is hidden is said to be, and not drawn."""
    return {
        "id": key,
        "title": title,
        "sentence": _("Answers before: {before}. Answers after: {after}.").format(
            before=how_many(before), after=how_many(after)
        ),
        "unit": _("mean, from 1 “not at all” to 5 “wholly”"),
        "categories": effect_names(),
        "series": [
            {"label": label, "tone": tone, "values": [round(one, 1) for one in mean.of]}
            for label, tone, mean in ((_("Before"), "soft", before), (_("After"), "fjord", after))
            if mean.of
        ],
        "is_stacked": False,
    }


def weighed_facts(mean: Mean) -> list[Facts] | None:
    """How members saw the answer, as pairs; None while too few have said."""
    if mean.of is None:
        return None
    return [
        {
            "label": AfterAnswer._meta.get_field(question).verbose_name,  # type: ignore[union-attr]
            "value": number_format(value, 1),
            "note": _("of 5"),
        }
        for question, value in zip(AfterAnswer.QUESTIONS, mean.of, strict=True)
    ]


def meetings_chart(found: Before) -> Facts | None:
    """Meetings of standing committees, year by year."""
    if not found.years:
        return None
    return {
        "id": "standing-meetings",
        "title": _("Meetings of standing committees"),
        "sentence": meetings_words(found),
        "unit": _("meetings a year"),
        "categories": [str(year) for year in found.years],
        "series": [
            {"label": name, "values": [of.get(year, 0) for year in found.years]}
            for name, of in zip(found.bodies, found.meetings, strict=True)
        ],
    }


def meetings_words(found: Before) -> str:
    """Compare the years before the first task committee with those after it."""
    before, after = found.mean(after=False), found.mean(after=True)
    if found.changed is None:
        return _("No task committee has a charter yet. These are the years before.")
    if before is None or after is None:
        return _("The first task committee got its charter in {year}.").format(year=found.changed)
    return _(
        "{before} meetings a year before the first task committee in {year}, {after} after it."
    ).format(before=number_format(before, 1), after=number_format(after, 1), year=found.changed)
