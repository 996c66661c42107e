"""Features and their targets: as they stand in a lot, and as the kernel wants them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from samskap.kernels.lot import Quota

AGE, SEX, AREA, OWN = "age", "sex", "area", ""  # where the shares of the population come from


@dataclass(frozen=True, kw_only=True)
class Value:
    """One value of a feature, with its target.

    least, most  how many of them are to be drawn
    persons      residents with this value; None where nobody has counted them
    first, last  ages, where the feature is age
    area         slug, where the feature is the area
    sex          as `places.models.Population.Sex`, where the feature is sex
    """

    title: str
    least: int
    most: int
    persons: int | None = None
    first: int | None = None
    last: int | None = None
    area: str = ""
    sex: str = ""


@dataclass(frozen=True, kw_only=True)
class Feature:
    """What a panel is balanced by: age, sex, area, or something that the stewards ask about."""

    title: str
    source: str
    values: tuple[Value, ...]

    def value(self, title: str) -> Value | None:
        """Find a value by its title."""
        return next((value for value in self.values if value.title == title), None)

    @property
    def is_own(self) -> bool:
        """Whether the stewards made it up: then nobody knows how the population answers."""
        return self.source == OWN


def read(rows: Iterable[Mapping[str, Any]]) -> tuple[Feature, ...]:
    """Read features as a lot keeps them."""
    return tuple(
        Feature(
            title=row["title"],
            source=row["source"],
            values=tuple(Value(**value) for value in row["values"]),
        )
        for row in rows
    )


def written(features: Iterable[Feature]) -> list[dict[str, Any]]:
    """Write features as a lot keeps them; what is empty is left out."""
    return [
        {
            "title": feature.title,
            "source": feature.source,
            "values": [
                {key: said for key, said in asdict(value).items() if said not in (None, "")}
                for value in feature.values
            ],
        }
        for feature in features
    ]


def features_of(quotas: Iterable[Quota]) -> tuple[Feature, ...]:
    """Make features of quotas that another module brings."""
    values_of: dict[str, list[Value]] = {}
    for quota in quotas:
        value = Value(title=quota.value, least=quota.least, most=quota.most)
        values_of.setdefault(quota.feature, []).append(value)
    return tuple(
        Feature(title=title, source=OWN, values=tuple(values))
        for title, values in values_of.items()
    )


def quotas_of(features: Iterable[Feature]) -> tuple[Quota, ...]:
    """The targets as the kernel wants them."""
    return tuple(
        Quota(feature=feature.title, value=value.title, least=value.least, most=value.most)
        for feature in features
        for value in feature.values
    )


def what_is_left(
    features: Sequence[Feature], held: Sequence[Mapping[str, str]], seats: int
) -> tuple[Feature, ...]:
    """The targets of those who replace others: what the rest of the panel has is taken off.

    held   features of those who stay
    seats  how many are drawn now
    """

    def left(feature: Feature, value: Value) -> Value:
        """Take off those who stay."""
        there = sum(each.get(feature.title) == value.title for each in held)
        most = min(seats, max(0, value.most - there))
        return replace(value, least=min(most, max(0, value.least - there)), most=most)

    return tuple(
        replace(feature, values=tuple(left(feature, value) for value in feature.values))
        for feature in features
    )


def with_target(
    features: Iterable[Feature], feature: str, value: str, *, least: int, most: int
) -> tuple[Feature, ...]:
    """The same features with another target for one value."""
    return tuple(
        replace(
            each,
            values=tuple(
                replace(one, least=least, most=most) if one.title == value else one
                for one in each.values
            ),
        )
        if each.title == feature
        else each
        for each in features
    )


def counted(
    features: Iterable[Feature], held: Sequence[Mapping[str, str]]
) -> dict[str, dict[str, int]]:
    """How many have each value: feature → value → persons."""
    return {
        feature.title: {
            value.title: sum(each.get(feature.title) == value.title for each in held)
            for value in feature.values
        }
        for feature in features
    }
