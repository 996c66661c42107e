"""The files of a map that anybody may have: the document, and the same as Polis writes it."""

import io
import zipfile
from typing import Any

from samskap.deliberation.models import Drawing, Standing, Statement
from samskap.kernels.opinion_map import document as format_of
from samskap.kernels.opinion_map import polis

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes each time


def polis_zip(drawing: Drawing) -> bytes:
    """Pack the votes of a map as the four files of Polis.

    What was set aside stands there without its words.
    """
    content = drawing.content
    numbers = [told["number"] for told in content["statements"]]
    left_out = {told["number"] for told in content["statements"] if told["left_out"]}
    stated = Statement.objects.filter(deliberation=drawing.deliberation_id, number__in=numbers)
    words = {
        number: (text if state == Standing.SHOWN else "", is_seed, given_at)
        for number, text, state, is_seed, given_at in stated.values_list(
            "number", "text", "state", "is_seed", "given_at"
        )
    }
    comments = tuple(
        polis.Comment(
            number=number,
            text=words[number][0],
            moderated=polis.REJECTED if number in left_out else 1,
            at=int(words[number][2].timestamp() * 1000),
            is_seed=words[number][1],
        )
        for number in numbers
    )
    deliberation = drawing.deliberation
    conversation = polis.Conversation(
        comments=comments,
        votes=tuple(_votes(content, numbers)),
        topic=deliberation.question,
        about=deliberation.about,
        groups=groups_of(content),
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, text in polis.write(conversation, at=int(drawing.at.timestamp() * 1000)).items():
            folder.writestr(zipfile.ZipInfo(name, EPOCH), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def groups_of(content: dict[str, Any]) -> dict[int, int]:
    """Row of a participant → the number of their group; those of small groups have none."""
    found = format_of.drawn_again(content)
    shown = {
        place: group["name"]
        for place, group in enumerate(content["drawing"]["groups"])
        if "size" in group
    }
    return {row: shown[place] for row, place in enumerate(found.groups.tolist()) if place in shown}


def _votes(content: dict[str, Any], numbers: list[int]) -> Any:
    """The votes of a document, row by row."""
    value_of = {sign: value for value, sign in format_of.SIGNS.items()}
    for row, told in enumerate(content["participants"]):
        for number, sign in zip(numbers, told["votes"], strict=True):
            if (value := value_of[sign]) != format_of.UNSEEN:
                yield row, number, value
