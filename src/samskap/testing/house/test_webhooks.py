"""What programs may hear of is what the house remembers, under the same name."""

from pathlib import Path

import samskap
from samskap.webhooks.events import EVENTS

SOURCE = Path(samskap.__file__).parent if samskap.__file__ else Path(samskap.__path__[0])


def test_every_event_is_remembered_somewhere():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in SOURCE.rglob("*.py")
        if "tests" not in path.parts and "webhooks" not in path.parts
    )

    assert [name for name in EVENTS if f'"{name}"' not in code] == []
