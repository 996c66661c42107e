"""What every test may lean on: the browser, and a clean slate between tests."""

import os
import shutil
import time
from types import SimpleNamespace

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth import user_logged_in
from django.core.cache import caches
from django.core.management.commands import flush
from django.db import connection
from django.utils import timezone, translation

from samskap.config.surroundings import ROOT
from samskap.testing.databases import migrated_copy, working_in
from samskap.testing.days import wait_until_tomorrow
from samskap.testing.factories.municipalities import MunicipalityFactory

CHROMIUM = os.environ.get("SAMSKAP_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
KERNELS, TOOLS = ROOT / "src" / "samskap" / "kernels", ROOT / "tools"
# Django’s database calls are made beside Playwright’s own event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# A busy machine is slow to make examples, and that is no fault of what is tried.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")


def pytest_collection_modifyitems(config, items):
    """Leave out, on PostgreSQL, what is the same on every database and runs on SQLite."""
    if not settings.DATABASE_URL.startswith("postgres"):
        return
    once = {item for item in items if item.get_closest_marker("same_everywhere") or is_pure(item)}
    items[:] = [item for item in items if item not in once]
    config.hook.pytest_deselected(items=sorted(once, key=lambda item: item.nodeid))


def is_pure(item):
    """Whether a test tries what knows no database: the kernels and the tools."""
    return item.path.is_relative_to(KERNELS) or item.path.is_relative_to(TOOLS)


def pytest_runtest_setup(item):
    """Let no test begin just before midnight: its days would change underway."""
    time.sleep(wait_until_tomorrow(timezone.localtime()))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the Chromium of this machine, quietly and without the network."""
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(autouse=True)
def clean_slate():
    """Forget what was cached, and speak English, which is the language of the source."""
    for cache in caches.all():
        cache.clear()
    with translation.override("en"):
        yield


@pytest.fixture
def rates_are_kept(settings, monkeypatch):
    """Keep how often one may do the same; no window of time ends while a test counts."""
    settings.RATES_ARE_KEPT = True
    now = time.time()
    monkeypatch.setattr("samskap.base.rates.time", SimpleNamespace(time=lambda: now))


@pytest.fixture(scope="session", autouse=True)
def whom_tests_sign_in():
    """Let `client.force_login`, which names no municipality, sign in at each of them."""
    from samskap.testing import sessions  # noqa: PLC0415  (needs the apps to be loaded)

    settings.SESSION_ENGINE = sessions.__name__
    user_logged_in.connect(sessions.sign_in_everywhere)


@pytest.fixture
def municipality(db):
    """The municipality that answers where Django’s test client asks."""
    return MunicipalityFactory()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment):
    """Give the run a database of its own, with every table in it: a copy, made in a moment."""
    with migrated_copy(settings.DATA, settings.DATABASE_URL) as url, working_in(url):
        yield


@pytest.fixture(scope="session")
def filled_once(django_db_setup, django_db_blocker, tmp_path_factory):
    """Fill a database with something behind every address; packages of tests turn to it."""
    from samskap.testing.filled import filled_database  # noqa: PLC0415  (needs the apps loaded)

    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), filled_database(folder) as found:
        yield found


STAYS = {"django_migrations", "django_content_type", "auth_permission"}  # the same after each test


def empties_what_is_filled(connection):
    """Empty the tables of PostgreSQL that have rows, and say whether this user may.

    Django empties all of them, which takes a second: most tests fill a handful. As a replica
    nothing looks on: neither keys nor the guards of the ledger.
    """
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('is_superuser')")
        if cursor.fetchone() != ("on",):
            return False
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [name for (name,) in cursor.fetchall() if name not in STAYS]
        some = " UNION ALL ".join(
            f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {quote(name)})"  # noqa: S608 - own tables
            for name in names
        )
        cursor.execute(some)
        filled = [name for (name,) in cursor.fetchall()]
        cursor.execute("SET session_replication_role = replica")
        for name in filled:
            cursor.execute(f"DELETE FROM {quote(name)}")  # noqa: S608 - own tables
        cursor.execute("SET session_replication_role = DEFAULT")
    return True


@pytest.fixture(scope="session", autouse=True)
def flushing_takes_the_guards_down(django_test_environment):
    """Let a test database be emptied: SQLite empties by DELETE, which the ledger refuses."""
    from samskap.ledger import triggers  # noqa: PLC0415  (needs the apps to be loaded)

    plain = flush.Command.handle

    def handle(self, **options):
        if connection.vendor == "postgresql" and empties_what_is_filled(connection):
            return
        triggers.remove(connection)
        plain(self, **options)
        if connection.vendor == "postgresql":
            # The queue’s tables are not Django’s to empty; a job must not outlive its test.
            with connection.cursor() as cursor:
                cursor.execute("TRUNCATE procrastinate_jobs RESTART IDENTITY CASCADE")
        triggers.install(connection)

    flush.Command.handle = handle
    yield
    flush.Command.handle = plain
