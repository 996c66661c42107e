"""Two states of a text side by side: what came, went, moved and was worded anew, and why."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from samskap.drafting.models import Document, Edition, Paragraph, Wording
from samskap.drafting.queries.texts import Placed, document_at
from samskap.kernels.word_differences import Kind, Run, differences


@dataclass(frozen=True, kw_only=True)
class Line:
    """One paragraph in both states.

    what      same, changed, added or removed
    is_moved  it stands elsewhere among those that are in both
    runs      its words, each with its lot
    whys      the reasons of the wordings that came between, the first one first
    """

    paragraph: Paragraph
    what: str
    is_moved: bool
    runs: list[Run]
    whys: list[str] = field(default_factory=list)

    @property
    def is_same(self) -> bool:
        """Whether nothing happened to it."""
        return self.what == "same" and not self.is_moved


def compared(document: Document, old: Edition | None, new: Edition | None) -> list[Line]:
    """Compare two states of a text paragraph by paragraph; None stands for the text as it is.

    Three questions to the database at the most, however long the text is.
    """
    before, after = document_at(document, edition=old), document_at(document, edition=new)
    whys = _whys_between(before, after)
    return lines_of(before, after, whys)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Two wordings of one paragraph: the words of both, and why each wording between was made."""

    old: int
    new: int
    runs: list[Run]
    whys: list[tuple[int, str]]

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return all(run.kind == Kind.SAME for run in self.runs)


def compared_wordings(paragraph: Paragraph, old: int, new: int) -> Beside:
    """Compare two wordings of a paragraph, named by their versions; two questions."""
    both = paragraph.wordings.filter(version__in={old, new})
    text_of = dict(both.values_list("version", "text"))
    first, last = sorted((old, new))
    between = paragraph.wordings.filter(version__gt=first, version__lte=last)
    return Beside(
        old=old,
        new=new,
        runs=differences(text_of[old], text_of[new]),
        whys=list(between.order_by("version").values_list("version", "why")),
    )


def lines_of(
    before: Sequence[Placed], after: Sequence[Placed], whys: dict[int, list[str]]
) -> list[Line]:
    """Put both states into one list: in the new order, what went where it stood before."""
    place_before = {placed.paragraph.pk: place for place, placed in enumerate(before)}
    place_after = {placed.paragraph.pk: place for place, placed in enumerate(after)}
    in_both = [placed.paragraph.pk for placed in after if placed.paragraph.pk in place_before]
    stayed = _in_order([place_before[key] for key in in_both])
    found: list[Line] = []
    for placed in after:
        key = placed.paragraph.pk
        text_before = before[place_before[key]].text if key in place_before else ""
        what = "added" if key not in place_before else "changed"
        found.append(
            Line(
                paragraph=placed.paragraph,
                what="same" if key in place_before and text_before == placed.text else what,
                is_moved=key in place_before and place_before[key] not in stayed,
                runs=differences(text_before, placed.text),
                whys=whys.get(key, []),
            )
        )
    for place, placed in enumerate(before):
        if placed.paragraph.pk in place_after:
            continue
        line = Line(
            paragraph=placed.paragraph,
            what="removed",
            is_moved=False,
            runs=differences(placed.text, ""),
            whys=whys.get(placed.paragraph.pk, []),
        )
        above = before[place - 1].paragraph.pk if place else None
        at = next((n for n, each in enumerate(found) if each.paragraph.pk == above), -1)
        found.insert(at + 1, line)
    return found


def _in_order(places: Sequence[int]) -> set[int]:
    """The most of some places that still follow each other: the others were moved.

    Source: the longest increasing subsequence, by M. L. Fredman (1975), “On computing the length
    of longest increasing subsequences”, Discrete Mathematics 11(1).
    """
    ends: list[int] = []  # the smallest end of a run of each length
    before: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        before[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _whys_between(before: Sequence[Placed], after: Sequence[Placed]) -> dict[int, list[str]]:
    """Why each paragraph was worded as it is since the older state; one question for all."""
    old = {placed.paragraph.pk: placed.wording.version for placed in before}
    new = {placed.paragraph.pk: placed.wording.version for placed in after}
    keys = [key for key in {*old, *new} if old.get(key) != new.get(key)]
    found: dict[int, list[str]] = {}
    rows = Wording.objects.filter(paragraph__in=keys).order_by("paragraph", "version")
    for key, version, why in rows.values_list("paragraph", "version", "why"):
        if old.get(key, 0) < version <= new.get(key, version):
            found.setdefault(key, []).append(why)
    return found
