"""Every setting that is read from the environment is explained, and the other way round."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
NAME = re.compile(r"""(?<![A-Z_])(SAMSKAP_[A-Z_]*[A-Z]|DATABASE_URL)(?![A-Z_])""")


def names_in_the_source() -> set[str]:
    """Find the names that the program reads: literal strings, and variables of the launcher."""
    quoted = re.compile(r"""["'](SAMSKAP_[A-Z_]*[A-Z]|DATABASE_URL)["']""")
    found = set()
    for path in (ROOT / "src" / "samskap").rglob("*.py"):
        inside = path.relative_to(ROOT).parts
        if {"tests", "testing"}.isdisjoint(inside):
            found.update(quoted.findall(path.read_text(encoding="utf-8")))
    launcher = (ROOT / "samskap").read_text(encoding="utf-8")
    return found | set(re.findall(r"\$\{(SAMSKAP_[A-Z_]+)", launcher))


def names_in_the_example() -> list[str]:
    """Find the names that the example explains, whether set or commented out."""
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    return [found[1] for line in lines if (found := re.match(r"#?([A-Z_]+)=", line))]


def test_every_setting_is_in_the_example_once():
    example = names_in_the_example()
    assert len(example) == len(set(example))
    assert names_in_the_source() - set(example) == set()


def test_the_example_names_no_setting_that_nobody_reads():
    assert set(names_in_the_example()) - names_in_the_source() == set()


def test_every_setting_is_explained():
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    bare = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if NAME.match(line.lstrip("#")) and not (before.startswith("#") or NAME.search(before))
    ]
    assert bare == []
