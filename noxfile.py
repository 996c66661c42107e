"""The same checks as `samskap check` and CI, one word each: `nox` runs all, `nox -s types` one."""

import sys
from pathlib import Path

import nox

sys.path.insert(0, str(Path(__file__).parent / "src"))

from samskap.config.checks import CHECKS, words_of

nox.options.default_venv_backend = "none"  # use what is installed


def _add(name: str) -> None:
    """Make a session of one check."""

    def _check(session: nox.Session) -> None:
        session.env["DJANGO_SETTINGS_MODULE"] = "samskap.config.settings_test"
        session.run(*words_of(name), *session.posargs, external=True)

    _check.__doc__ = CHECKS[name][0].capitalize() + "."
    nox.session(name=name)(_check)


for each in CHECKS:
    _add(each)


@nox.session
def test(session: nox.Session) -> None:
    """Run the tests."""
    session.run(sys.executable, "-m", "pytest", *session.posargs, external=True)
