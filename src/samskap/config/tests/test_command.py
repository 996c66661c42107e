"""The command line answers in whole sentences, and says what to do when it cannot."""

import json
import os
import stat
import subprocess
import sys

import pytest

from samskap.config import surroundings
from samskap.config.command.demo import _move_aside
from samskap.config.command.line import before_options
from samskap.config.command.words import house_commands
from samskap.config.surroundings import ROOT, Stop


@pytest.fixture
def call(tmp_path):
    def _call(*words):
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "samskap.config.command", *words],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT / "src"),
                "SAMSKAP_DATA": str(tmp_path / "data"),
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return _call


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMSKAP_DATA", str(tmp_path))
    return tmp_path


def test_help_lists_every_command_with_one_sentence(call):
    shown = call("--help")
    assert shown.returncode == 0
    listed = {line.split()[0] for line in shown.stdout.splitlines() if line.startswith("  ")}
    own = {"demo", "serve", "worker", "migrate", "recompute", "test", "check", "messages", "docs"}
    assert listed == own | {"manage"} | house_commands().keys()


def test_no_word_at_all_shows_the_help(call):
    assert call().stdout == call("--help").stdout


@pytest.mark.parametrize("name", ["demo", "serve", "migrate", "recompute", "test", "check"])
def test_every_command_has_its_own_help(call, name):
    shown = call(name, "--help")
    assert (shown.returncode, shown.stdout.splitlines()[0].split()[:3]) == (
        0,
        ["usage:", "samskap", name],
    )


def test_an_unknown_command_names_the_nearest(call):
    shown = call("dmeo")
    assert (shown.returncode, shown.stderr) == (
        1,
        "samskap: There is no command called “dmeo”. Did you mean “demo”? "
        "“samskap --help” lists them all.\n",
    )


def test_an_unknown_option_is_an_error_with_a_way_out(call):
    shown = call("serve", "--prot", "8000")
    assert shown.returncode == 2
    assert shown.stderr.endswith("serve does not know --prot. See “samskap serve --help”.\n")


@pytest.mark.parametrize(
    ("given", "paths", "more"),
    [
        (["test"], ["test"], []),
        (["test", "-k", "support"], ["test"], ["-k", "support"]),
        (["test", "src", "journeys", "-n", "0"], ["test", "src", "journeys"], ["-n", "0"]),
    ],
)
def test_what_follows_an_option_belongs_to_it(given, paths, more):
    assert before_options(given) == (paths, more)


def test_options_of_the_tests_reach_their_runner(call):
    assert call("test", "--version", "-k", "support").stdout.startswith("pytest ")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "ladder.json cannot be read: No such file or directory."),
        ("{", "ladder.json is not JSON: Expecting property name enclosed in double quotes"),
        (json.dumps({"format": "another/1"}), "ladder.json: "),
    ],
)
def test_a_file_that_cannot_be_recomputed_is_named(call, tmp_path, content, words):
    if content is not None:
        (tmp_path / "ladder.json").write_text(content)
    shown = call("recompute", "ladder", "ladder.json")
    assert shown.returncode == 1
    assert shown.stderr.startswith(f"samskap: {words}")
    assert "Traceback" not in shown.stderr


def test_a_draw_that_is_not_as_published_is_an_error_told_line_by_line(call, tmp_path):
    told = {"format": "samskap-lottery/1", "is_whole": False, "size": 1, "quotas": []}
    told |= {"entrants": [{"code": "p", "features": {}}], "panels": [["p"]], "panel": ["p"]}
    told |= {"secret": "s", "witnessed": "", "commitment": "", "fingerprint": "", "number": 1}
    (tmp_path / "lot.json").write_text(json.dumps(told))
    shown = call("recompute", "lottery", "lot.json")
    assert (shown.returncode, shown.stderr) == (1, "")
    assert shown.stdout.splitlines()[0] == "NO   The secret is the one that was committed to"
    assert "yes  The panel is the one that was drawn" in shown.stdout.splitlines()


@pytest.mark.parametrize("name", ["serve", "worker", *house_commands()])
def test_a_command_on_what_is_not_prepared_says_what_to_do(call, name):
    shown = call(name)
    assert shown.stderr == (
        "samskap: The program is newer than what is prepared. Run “samskap migrate” first.\n"
    )


def test_the_secret_key_is_made_once_and_read_by_nobody_else(data, monkeypatch):
    monkeypatch.delenv("SAMSKAP_SECRET_KEY", raising=False)
    surroundings.give_secret_key()
    first = os.environ["SAMSKAP_SECRET_KEY"]
    monkeypatch.delenv("SAMSKAP_SECRET_KEY")
    surroundings.give_secret_key()
    assert (os.environ["SAMSKAP_SECRET_KEY"], len(first) >= 50) == (first, True)
    assert stat.S_IMODE((data / "secret-key").stat().st_mode) == 0o600


def test_the_env_file_is_read_and_the_environment_wins(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMSKAP_HOSTS", "here.example")
    for name in ("SAMSKAP_SMTP_HOST", "SAMSKAP_MAIL_FROM"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    (tmp_path / ".env").write_text(
        "# a comment\n\nSAMSKAP_HOSTS=there.example\nSAMSKAP_SMTP_HOST='a=b c'\n"
        "SAMSKAP_MAIL_FROM=a@b.example\n"
    )
    surroundings.read_env_file(tmp_path / ".env")
    assert [os.environ[f"SAMSKAP_{name}"] for name in ("HOSTS", "SMTP_HOST", "MAIL_FROM")] == [
        "here.example",
        "a=b c",
        "a@b.example",
    ]


def test_a_bad_line_in_the_env_file_is_named(tmp_path):
    (tmp_path / ".env").write_text("SAMSKAP_HTTPS=yes\nSAMSKAP PROXY=yes\n")
    with pytest.raises(Stop, match=r"^\.env, line 2: write NAME=value"):
        surroundings.read_env_file(tmp_path / ".env")


def test_a_change_in_what_must_be_prepared_is_noticed(data, monkeypatch):
    assert not surroundings.is_prepared()
    surroundings.remember_prepared()
    assert surroundings.is_prepared()
    monkeypatch.setenv("DATABASE_URL", "postgres:///another")
    assert not surroundings.is_prepared()


def test_starting_over_keeps_what_was_there_aside(data, monkeypatch, capsys):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (data / "samskap.sqlite3").write_text("people")
    (data / "mail").mkdir()
    (data / "secret-key").write_text("key")
    _move_aside(data)
    (aside,) = data.glob("before-*")
    assert capsys.readouterr().out == f"What was there lies in {aside}.\n"
    assert (aside / "samskap.sqlite3").read_text() == "people"
    assert {path.name for path in data.iterdir()} == {"secret-key", aside.name}


def test_starting_over_never_touches_a_database_elsewhere(data, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres:///real")
    with pytest.raises(Stop, match="Take DATABASE_URL away first"):
        _move_aside(data)


def test_a_browser_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("SAMSKAP_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(Stop, match="/nowhere/chromium, which is not a program"):
        surroundings.chromium()
