"""The map of opinions as its page shows it: a picture, a story, and a row for each group."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samskap.deliberation.cards import said_of
from samskap.deliberation.map_picture import picture_of
from samskap.deliberation.map_words import (
    between_groups,
    group_named,
    group_within,
    how_clear,
    in_every_group,
    kept_together,
    quoted,
)
from samskap.deliberation.models import Drawing, Statement
from samskap.kernels.opinion_map import Place, interval

TONES = ("fjord", "coral", "sun", "ok", "slate")
MOST_SHOWN = 5

Facts = dict[str, Any]


class Page:
    """Everything that the page of one map shows.

    statements  number → statement, of those that everybody sees
    read_in     the languages that the reader wants, the best first
    """

    def __init__(
        self, drawing: Drawing, statements: Mapping[int, Statement], read_in: Sequence[str]
    ) -> None:
        self.drawing, self.figures = drawing, drawing.figures
        self.statements = statements
        self.said = {number: said_of(each, read_in) for number, each in statements.items()}
        self.counts = {told["number"]: told for told in self.figures["statements"]}
        self.groups = [
            {
                "name": group_named(group["name"]),
                "within": group_within(group["name"]),
                "letter": group_named(group["name"])[-1],
                "tone": TONES[group["name"] % len(TONES)],
                "size": group.get("size"),
            }
            for group in self.figures["groups"]
        ]

    def common(self) -> list[Facts]:
        """What every group says, the surest first."""
        return [self._statement(told) for told in self._shown(self.figures["common"])]

    def dividing(self) -> list[Facts]:
        """What one group agrees with and another disagrees with, the furthest apart first."""
        found = (self._statement(told) for told in self._shown(self.figures["dividing"]))
        return [facts for facts in found if facts["sentence"]][:MOST_SHOWN]

    def story(self) -> list[SafeString]:
        """The map in a few sentences: what all want, what all do not want, what divides."""
        common = sorted(self.common()[:MOST_SHOWN], key=lambda facts: not facts["agrees"])
        return [
            *(facts["sentence"] for facts in common),
            *(facts["sentence"] for facts in self.dividing()[:3]),
        ]

    def said_by_group(self) -> list[Facts]:
        """What each group says more than the others do; of a small one only that it is small.

        The published method names at least one statement for each group. Here it is told only where
        more than half of the group say so.
        """
        return [
            self.groups[place]
            | {
                "people": _people(group["size"]) if "size" in group else "",
                "says": [
                    self._saying(place, told)
                    for told in self._shown(group.get("says", []))
                    if self._says_so(place, told)
                ],
            }
            for place, group in enumerate(self.figures["groups"])
        ]

    def picture(self, own: Place | None) -> Facts | None:
        """Where people stand, drawn; None where there are no dots to show."""
        return picture_of(self.figures, self.groups, own)

    def own_place(self, own: Place) -> str:
        """Where somebody stands, in words."""
        if own.group < 0:
            return _("You have voted on too few statements to be in a group. Vote on some more.")
        group = self.groups[own.group]
        if group["size"] is None:
            return _("You stand near few others: your group is too small to be shown.")
        return _("You stand nearest to %(group)s.") % {"group": group["within"]}

    def how_sure(self, *, others: int) -> list[str]:
        """How many it rests on, how clearly the groups are apart, and who is not in them.

        others  participants who are not counted
        """
        figures = self.figures
        outside = figures["participants"] - figures["in_groups"]
        hidden = sum(group["size"] is None for group in self.groups)
        said = [
            ngettext(
                "It rests on %(votes)s votes of %(n)s person.",
                "It rests on %(votes)s votes of %(n)s people.",
                figures["participants"],
            )
            % {"votes": figures["votes"], "n": figures["participants"]},
            how_clear(figures["silhouette"]),
        ]
        if figures["is_of_few"]:
            said.append(
                ngettext(
                    "Only %(n)s person is in a group. It may look otherwise tomorrow.",
                    "Only %(n)s people are in groups. It may look otherwise tomorrow.",
                    figures["in_groups"],
                )
                % {"n": figures["in_groups"]}
            )
        if outside:
            said.append(
                ngettext(
                    "%(n)s person has voted on too few statements to be in a group.",
                    "%(n)s people have voted on too few statements to be in a group.",
                    outside,
                )
                % {"n": outside}
            )
        if hidden:
            said.append(
                ngettext(
                    "%(n)s group has fewer than five people and is not shown.",
                    "%(n)s groups have fewer than five people each and are not shown.",
                    hidden,
                )
                % {"n": hidden}
            )
        if others:
            said.append(
                ngettext(
                    "%(n)s person is not counted: too many came from one place.",
                    "%(n)s people are not counted: too many came from one place.",
                    others,
                )
                % {"n": others}
            )
        return said

    def _shown(self, said: Iterable[Facts]) -> list[Facts]:
        """Of statements that stand for something, those that everybody still sees."""
        return [told for told in said if told["statement"] in self.statements]

    def _statement(self, told: Facts) -> Facts:
        """One statement, with its sentence and a row for each group."""
        number = told["statement"]
        said, counted = self.said[number], self.counts[number]
        rows = [
            self._row(group, each)
            for group, each in zip(self.groups, counted["groups"], strict=True)
        ]
        return {
            "number": number,
            "agrees": told["agree"],
            "said": said,
            "rows": rows,
            "all": self._row({"name": _("Everybody")}, self._of_all(counted)),
            "sentence": self._sentence(told, rows),
        }

    def _sentence(self, told: Facts, rows: list[Facts]) -> SafeString | str:
        """Say of a statement what every group says, or who stands against whom."""
        said = self.said[told["statement"]]
        text = quoted(said["text"], said["lang"])
        seen = [row for row in rows if row["is_shown"]]
        if told in self.figures["common"]:
            side = "agree" if told["agree"] else "disagree"
            least = min((row[side] for row in seen), default=None)
            is_whole = len(seen) == len(rows)
            return in_every_group(least if is_whole else None, agree=told["agree"], text=text)
        if len(seen) < 2:
            return ""
        one = max(seen, key=lambda row: row["agree"])
        other = max(seen, key=lambda row: row["disagree"])
        if one is other or one["agree"] <= 0.5 or other["disagree"] <= 0.5:
            return ""
        return between_groups(one["name"], other["within"], text)

    def _row(self, group: Facts, counted: list[int] | None) -> Facts:
        """How a group voted: shares, how sure they are, and a bar."""
        row = {
            "name": group["name"],
            "within": group.get("within", ""),
            "tone": group.get("tone", "soft"),
            "is_shown": False,
        }
        if counted is None:
            return row | {"words": _("Fewer than five have voted.")}
        agree, disagree, seen = counted
        low, high = interval(np.array([agree, disagree]), np.array([seen, seen]))
        shares = {"agree": agree / seen, "disagree": disagree / seen}
        return row | {
            "is_shown": True,
            **shares,
            "bar_agree": f"{100 * shares['agree']:.1f}%",
            "bar_disagree": f"{100 * shares['disagree']:.1f}%",
            "bar_disagree_x": f"{100 * (1 - shares['disagree']):.1f}%",
            "words": kept_together(
                _(
                    "%(agree)s %% agree (%(agree_low)s–%(agree_high)s), "
                    "%(disagree)s %% disagree (%(disagree_low)s–%(disagree_high)s)"
                )
                % {
                    "agree": round(100 * shares["agree"]),
                    "agree_low": round(100 * low[0]),
                    "agree_high": round(100 * high[0]),
                    "disagree": round(100 * shares["disagree"]),
                    "disagree_low": round(100 * low[1]),
                    "disagree_high": round(100 * high[1]),
                }
            ),
            "votes": ngettext("%(n)s vote", "%(n)s votes", seen) % {"n": seen},
        }

    def _of_all(self, counted: Facts) -> list[int] | None:
        """How everybody voted, unless one group is hidden: it could be worked out from the rest."""
        if None in counted["groups"]:
            return None
        return [counted["agree"], counted["disagree"], counted["seen"]]

    def _says_so(self, place: int, told: Facts) -> bool:
        """Whether more than half of a group say so, of five votes or more."""
        here = self.counts[told["statement"]]["groups"][place]
        return bool(here) and here[0 if told["agree"] else 1] > here[2] / 2

    def _saying(self, place: int, told: Facts) -> Facts:
        """What a group says more than the others do, with the share here and elsewhere."""
        counted = self.counts[told["statement"]]["groups"]
        column = 0 if told["agree"] else 1
        here = counted[place]
        others = [each for at, each in enumerate(counted) if at != place]
        facts: Facts = {
            "said": self.said[told["statement"]],
            "stance": _("Agrees:") if told["agree"] else _("Disagrees:"),
            "shares": "",
        }
        if here and others and None not in others:
            elsewhere = sum(each[column] for each in others) / sum(each[2] for each in others)
            said = _("%(here)s %% here, %(elsewhere)s %% in the other groups") % {
                "here": round(100 * here[column] / here[2]),
                "elsewhere": round(100 * elsewhere),
            }
            facts["shares"] = kept_together(said)
        return facts


def _people(n: int) -> str:
    """How many are in a group."""
    return ngettext("%(n)s person", "%(n)s people", n) % {"n": n}
