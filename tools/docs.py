"""Build the docs site: the words from the glossary, the reference from the docstrings.

    python tools/docs.py build    write site/; fail on a dead link or a request to anyone else
    python tools/docs.py serve    show it on this machine while it is being written
    python tools/docs.py words    write docs/concepts/words.md anew from the glossary

Nothing is imported to be described: the sources are read as text, so that the docs of a house that
is being rebuilt can still be built.
"""

from __future__ import annotations

import argparse
import ast
import csv
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "samskap"
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
WRITTEN = "*This page is written by `tools/docs.py` from the source.*\n"

Described = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


# ── The words ────────────────────────────────────────────────────────────────


def words_page() -> str:
    """Turn the glossary into a page: each word in four languages, and what we mean by it."""
    with (DOCS / "concepts" / "glossary.csv").open(encoding="utf-8", newline="") as glossary:
        words = sorted(csv.DictReader(glossary), key=lambda word: word["en"].lower())
    lines = [
        "# Words in four languages",
        "",
        f"The {len(words)} words that Samskap speaks with: in English in the code, in bokmål,",
        "nynorsk and Danish on the pages. Swedish is in [the list as a file](glossary.csv).",
        "A new word is added there, and `./samskap docs words` writes this page anew.",
        "",
        "| English | Bokmål | Nynorsk | Dansk | What we mean |",
        "| --- | --- | --- | --- | --- |",
    ]
    for word in words:
        cells = [
            word[column].replace("|", "\\|") for column in ("en", "nb", "nn", "da", "definition")
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


# ── The reference ────────────────────────────────────────────────────────────


def _caption(node: ast.AST) -> str:
    """Read the whole docstring of a file, class or function."""
    assert isinstance(node, ast.Module | Described)  # noqa: S101 - only these have one
    return ast.get_docstring(node) or ""


def _open_things(tree: ast.Module) -> Iterator[Described]:
    """List the classes and functions of a file that others may use."""
    for node in tree.body:
        if isinstance(node, Described) and not node.name.startswith("_"):
            yield node


def _heading(node: Described) -> str:
    """Write a class or a function as it is called."""
    if isinstance(node, ast.ClassDef):
        return node.name
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({ast.unparse(node.args)}){returns}"


def _as_text(docstring: str) -> str:
    """Show a docstring: its first sentence as text, tables and lists as they stand."""
    first, _, rest = docstring.partition("\n")
    if not rest.strip():
        return first
    return f"{first}\n\n```text\n{rest.strip(chr(10))}\n```"


def _python_files(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Parse the files of a package, each with its dotted name."""
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package).parts
        if {"tests", "migrations"}.isdisjoint(inside):
            dotted = ".".join(path.relative_to(HOUSE).with_suffix("").parts)
            yield dotted.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def kernels_page() -> str:
    """Describe every rule and sum of the kernels, with its source."""
    lines = [
        "# Kernels",
        "",
        WRITTEN,
        "Rules and sums in plain Python: no database, no clock, no chance.",
    ]
    for name, tree in _python_files(HOUSE / "kernels"):
        things = list(_open_things(tree))
        if not things:
            continue
        lines += ["", f"## `{name}`", "", _as_text(_caption(tree))]
        for node in things:
            lines += ["", f"### `{node.name}`", ""]
            if not isinstance(node, ast.ClassDef):
                lines += ["```python", textwrap.fill(_heading(node), 96), "```", ""]
            lines.append(_as_text(_caption(node)))
    return "\n".join(lines) + "\n"


def modules_page() -> str:
    """Describe what each module is for, and what others may use of it."""
    lines = [
        "# Modules",
        "",
        WRITTEN,
        "Other modules may use models, queries, permissions and actions.",
    ]
    for package in sorted(path for path in HOUSE.iterdir() if (path / "__init__.py").exists()):
        if package.name in {"kernels", "testing"}:
            continue
        lines += ["", f"## `{package.name}`", ""]
        lines.append(_as_text(_caption(ast.parse((package / "__init__.py").read_text("utf-8")))))
        for room in ("models", "queries", "permissions", "actions"):
            rows = []
            for name, tree in _python_files(package):
                if name.split(".")[1:2] != [room]:
                    continue
                for node in _open_things(tree):
                    first = _caption(node).partition("\n")[0]
                    named = _heading(node).replace("|", "\\|")
                    rows.append(f"| `{named}` | {first} |")
            if rows:
                lines += [
                    "",
                    f"### {package.name}: {room}",
                    "",
                    "| name | |",
                    "| --- | --- |",
                    *rows,
                ]
    return "\n".join(lines) + "\n"


def refusals_page() -> str:
    """List every way the house says no: the code for programs, the text for people."""
    lines = ["# Refusals", "", WRITTEN, "| code | when | what people read |", "| --- | --- | --- |"]
    rows = []
    for _name, tree in _python_files(HOUSE):
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef):
                continue
            said = {
                target.id: statement.value
                for statement in node.body
                if isinstance(statement, ast.Assign)
                for target in statement.targets
                if isinstance(target, ast.Name)
            }
            if "code" in said and "text" in said and isinstance(said["code"], ast.Constant):
                texts = [
                    part.value
                    for part in ast.walk(said["text"])
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                ]
                first = _caption(node).partition("\n")[0]
                text = " ".join(texts).replace("|", "\\|")
                rows.append(f"| `{said['code'].value!s}` | {first} | {text} |")
    return "\n".join([*lines, *sorted(rows)]) + "\n"


def open_data_page() -> str:
    """List every address of the open data, with its sentence."""
    lines = [
        "# Open data",
        "",
        WRITTEN,
        "A running instance serves the same as OpenAPI 3.1 at `/api/v1/openapi.json`.",
        "Everything public can be read without an account; the permissions are the pages’ own.",
        "",
        "| function | address | |",
        "| --- | --- | --- |",
    ]
    for _name, tree in _python_files(HOUSE):
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            for decorator in node.decorator_list:
                if not isinstance(decorator, ast.Call):
                    continue
                says, arguments = decorator.func, decorator.args
                if isinstance(says, ast.Attribute):
                    is_read = says.attr in {"get", "api_operation"}
                else:  # @listing(router, "/address", …)
                    is_read = isinstance(says, ast.Name) and says.id == "listing"
                    arguments = arguments[1:]
                address = arguments[0] if arguments else None
                if is_read and isinstance(address, ast.Constant):
                    first = _caption(node).partition("\n")[0]
                    lines.append(f"| `{node.name}` | `{address.value!s}` | {first} |")
    return "\n".join(lines) + "\n"


def settings_page() -> str:
    """Show every setting with what it means, from the example file."""
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    return (
        f"# Settings\n\n{WRITTEN}\nA setting is an environment variable, or a line in a file "
        f"`.env` beside `samskap`.\nThis is `.env.example`:\n\n```text\n{example}```\n"
    )


def commands_page() -> str:
    """Show the help of the command line."""
    lines = ["# Commands", "", WRITTEN]
    command = [sys.executable, "-m", "samskap.config.command"]
    for words in ([], ["demo"], ["serve"], ["migrate"], ["recompute"], ["test"], ["check"]):
        shown = subprocess.run(  # noqa: S603 - our own command
            [*command, *words, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        lines += [
            f"## `samskap {' '.join(words)}`".replace(" `", "`"),
            "",
            "```text",
            shown,
            "```",
            "",
        ]
    return "\n".join(lines)


def write_reference() -> None:
    """Write every page of the reference."""
    pages = {
        "index.md": "# Reference\n\nWritten from the source: [commands](commands.md), "
        "[settings](settings.md), [kernels](kernels.md), [modules](modules.md), "
        "[refusals](refusals.md) and [open data](open-data.md). Measured on a machine: "
        "[benchmarks](benchmarks.md).\n",
        "commands.md": commands_page(),
        "settings.md": settings_page(),
        "kernels.md": kernels_page(),
        "modules.md": modules_page(),
        "refusals.md": refusals_page(),
        "open-data.md": open_data_page(),
    }
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages.items():
        path = REFERENCE / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


# ── The site ─────────────────────────────────────────────────────────────────

_REQUEST = re.compile(r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//[^"' >]+""")
_LINKED = re.compile(r"""<link\b(?![^>]*rel=["']?canonical)[^>]*href=["']?(?:https?:)?//[^"' >]+""")


def foreign_requests(site: Path) -> list[str]:
    """Find what a page of the site would fetch from someone else."""
    return [
        f"{path.relative_to(site)}: {found[0]}"
        for path in sorted(site.rglob("*.html"))
        for pattern in (_REQUEST, _LINKED)
        for found in pattern.finditer(path.read_text(encoding="utf-8"))
    ]


def main() -> int:
    """Run one of the commands; return 0 when all is well."""
    parser = argparse.ArgumentParser(
        prog="docs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["build", "serve", "words"], nargs="?", default="build")
    given = parser.parse_args()
    words = DOCS / "concepts" / "words.md"
    if given.command == "words":
        words.write_text(words_page(), encoding="utf-8")
        return 0
    if words.read_text(encoding="utf-8") != words_page():
        sys.stdout.write(
            "docs/concepts/words.md is older than glossary.csv: run tools/docs.py words\n"
        )
        return 1
    write_reference()
    mkdocs = [sys.executable, "-m", "mkdocs"]
    # Not --quiet: what is not logged is not counted, and --strict would let every dead link pass.
    more = ["--strict"] if given.command == "build" else []
    done = subprocess.run([*mkdocs, given.command, *more], cwd=ROOT, check=False).returncode  # noqa: S603
    if done == 0 and given.command == "build":
        wrong = foreign_requests(ROOT / "site")
        sys.stdout.write("\n".join(wrong or ["The docs site is in site/."]) + "\n")
        return 1 if wrong else 0
    return done


if __name__ == "__main__":
    sys.exit(main())
