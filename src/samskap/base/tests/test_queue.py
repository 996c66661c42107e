"""The promises of the queue, tried on the engine of the database these tests run on.

The same tests run on SQLite (own table) and on PostgreSQL (procrastinate): DATABASE_URL chooses.
"""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from samskap.base.models import Happening
from samskap.base.queue.engine import MOST_ATTEMPTS, back_off, engine, perform
from samskap.base.queue.schedule import Slots, all_scheduled, start_due
from samskap.base.queue.worker import work_off
from samskap.base.tasks import tidy_up
from samskap.base.tests import jobs
from samskap.base.tests.jobs import ran

ROOT = Path(__file__).resolve().parents[4]
LEASE = 2  # seconds; short, so that a dead worker is soon missed
PATIENCE = 60  # seconds; this machine is shared


@pytest.mark.django_db
def test_the_engine_is_the_one_for_this_database():
    name = "ProcrastinateBackend" if connection.vendor == "postgresql" else "OwnBackend"
    assert type(engine()).__name__ == name


# In the caller's transaction


@pytest.mark.django_db(transaction=True)
def test_a_job_is_rolled_back_with_what_caused_it(table):
    with transaction.atomic():
        jobs.greet.enqueue("Ada")
        assert len(table.waits()) == 1
        transaction.set_rollback(True)

    assert table.waits() == []
    assert work_off() == 0


@pytest.mark.django_db(transaction=True)
def test_a_job_is_not_seen_by_others_before_what_caused_it(table):
    seen = []
    with transaction.atomic():
        jobs.greet.enqueue("Ada")
        other = threading.Thread(target=lambda: seen.append(count_from_outside(table)))
        other.start()
        other.join()
    assert seen == [0]
    assert count_from_outside(table) == 1


def count_from_outside(table):
    try:
        return len(table.waits())
    finally:
        if threading.current_thread() is not threading.main_thread():
            connection.close()


# Done


@pytest.mark.django_db
def test_a_job_is_done_with_its_arguments_and_leaves_nothing_behind(table):
    jobs.greet.enqueue("Ada", loudly=True)

    assert work_off() == 1

    assert ran("greeted Ada!") == 1
    assert table.waits() == []
    state = engine().state()
    assert (state.waiting, state.failed, state.late_seconds) == (0, 0, 0)


@pytest.mark.django_db
def test_the_urgent_comes_first_and_the_rest_in_order(table):
    for name in ("Ada", "Bo"):
        jobs.greet.enqueue(name)
    jobs.greet_first.enqueue("Siv")

    assert work_off() == 3

    done = Happening.objects.order_by("pk").values_list("what", flat=True)
    assert list(done) == ["tests.greeted Siv", "tests.greeted Ada", "tests.greeted Bo"]


@pytest.mark.django_db
def test_more_jobs_than_are_taken_at_once_are_all_done_once(table):
    for number in range(25):
        jobs.greet.enqueue(str(number))
    assert work_off() == 25
    assert {ran(f"greeted {number}") for number in range(25)} == {1}


@pytest.mark.django_db
def test_a_job_for_later_waits(table):
    jobs.greet.using(run_after=timezone.now() + timedelta(hours=1)).enqueue("Ada")

    assert work_off() == 0
    [(seconds, _tried)] = table.waits()
    assert 3500 < seconds <= 3600

    table.make_due()
    assert work_off() == 1


@pytest.mark.django_db
def test_a_task_may_ask_which_attempt_it_is(table):
    jobs.say_attempt.enqueue()
    work_off()
    assert ran("attempt 1") == 1


@pytest.mark.django_db
def test_arguments_are_plain(table):
    with pytest.raises(TypeError):
        jobs.greet.enqueue(object())
    assert table.waits() == []


# Tried again


@pytest.mark.django_db
def test_a_job_that_fails_is_tried_again_later_and_later(table):
    jobs.fail.enqueue()
    for tried in (1, 2, 3, 4):
        assert work_off() == 1
        assert ran("tried") == tried
        [(seconds, attempts)] = table.waits()
        assert attempts == tried
        assert 2**tried - 1.9 < seconds <= 2**tried
        table.make_due()


@pytest.mark.django_db
def test_one_that_fails_holds_up_no_other(table):
    jobs.fail.enqueue()
    jobs.greet.enqueue("Ada")
    assert work_off() == 2
    assert ran("greeted Ada") == 1


@pytest.mark.django_db
def test_after_the_last_attempt_a_job_is_kept_and_left_alone(table, caplog):
    jobs.fail.enqueue()
    table.make_due(attempts=MOST_ATTEMPTS - 1)

    with caplog.at_level(logging.ERROR):
        assert work_off() == 1

    assert [record.message for record in caplog.records] == ["A job was given up."]
    assert table.waits() == []
    assert engine().state().failed == 1
    table.make_due()
    assert work_off() == 0


@pytest.mark.django_db
def test_what_will_not_pass_is_not_tried_again(table):
    jobs.fail_for_good.enqueue()
    assert (work_off(), work_off()) == (1, 0)
    assert engine().state().failed == 1


@pytest.mark.django_db
def test_a_task_that_is_gone_fails_like_any_other(table, monkeypatch):
    jobs.greet.enqueue("Ada")
    monkeypatch.delattr(jobs, "greet")
    assert work_off() == 1
    assert len(table.waits()) == 1


@pytest.mark.django_db
def test_the_last_attempt_comes_a_day_and_a_half_after_the_first():
    waits = sum((back_off(tried) for tried in range(1, MOST_ATTEMPTS)), timedelta())
    assert timedelta(hours=18) < waits < timedelta(hours=36)


@pytest.mark.django_db
def test_jobs_that_were_given_up_are_forgotten_in_time(table):
    jobs.fail_for_good.enqueue()
    work_off()

    engine().forget_failed(before=timezone.now() - timedelta(hours=1))
    assert engine().state().failed == 1
    engine().forget_failed(before=timezone.now() + timedelta(hours=1))
    assert engine().state().failed == 0


@pytest.mark.django_db
def test_only_a_task_can_be_a_job():
    with pytest.raises(TypeError, match="is not a task"):
        perform("os.getcwd", {"args": [], "kwargs": {}}, key="1", attempts=1)


# The clock

MORNING = datetime(2026, 5, 17, 7, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_a_slot_starts_its_task_once_however_many_clocks_there_are(table):
    clocks = 4
    start, started = threading.Barrier(clocks), []

    def tick():
        start.wait()
        try:
            started.append(start_due(engine(), slots=Slots(), now=MORNING))
        finally:
            connection.close()

    threads = [threading.Thread(target=tick) for _clock in range(clocks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(started) == clocks
    assert sum(started) == len(all_scheduled())
    assert len(table.waits()) == 1  # tidying up
    assert start_due(engine(), slots=Slots(), now=MORNING) == 0


@pytest.mark.django_db
def test_a_slot_is_not_started_again_once_its_job_is_done(table):
    assert start_due(engine(), slots=Slots(), now=MORNING) == len(all_scheduled())
    table.forget_jobs()

    assert start_due(engine(), slots=Slots(), now=MORNING) == 0
    assert table.waits() == []
    start_due(engine(), slots=Slots(), now=MORNING + timedelta(days=1))
    assert len(table.waits()) == 1


@pytest.mark.django_db
def test_a_clock_that_has_seen_a_slot_asks_no_more(table, django_assert_num_queries):
    slots = Slots()
    start_due(engine(), slots=slots, now=MORNING)
    with django_assert_num_queries(0):
        assert start_due(engine(), slots=slots, now=MORNING) == 0


@pytest.mark.django_db
def test_tidying_up_runs(table):
    tidy_up.enqueue()
    assert work_off() == 1
    assert engine().state().failed == 0
    assert table.waits() == []


# Real workers, as processes of their own


def worker(*, log):
    """Start a worker on the database of this test."""
    here = connection.settings_dict
    if connection.vendor == "postgresql":
        who = f"{here['USER']}:{here['PASSWORD']}"
        where = f"{here['HOST'] or 'localhost'}:{here['PORT'] or 5432}"
        url = f"postgres://{who}@{where}/{here['NAME']}"
    else:
        url = f"sqlite:///{here['NAME']}"
    known = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT / "src")}
    known["DJANGO_SETTINGS_MODULE"] = "samskap.config.settings_test"
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "manage.py", "run_worker", "--skip-checks", "--lease", str(LEASE)],
        cwd=ROOT,
        env=known,
        stdout=log,
        stderr=log,
    )


@pytest.fixture
def workers(tmp_path):
    """Starts workers, and ends them whatever happens."""
    path = tmp_path / "log"
    with path.open("w") as log:
        started = []

        def start():
            started.append(worker(log=log))
            return started[-1]

        start.log = path
        yield start
        for process in started:
            process.kill()
            process.wait()


def wait_for(what, log):
    """Wait until something is so."""
    until = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > until:
            pytest.fail(f"It did not happen. The workers said:\n{log.read_text()[-2000:]}")
        time.sleep(0.1)


@pytest.mark.django_db(transaction=True)
def test_the_job_of_a_killed_worker_is_taken_again(table, workers):
    jobs.hang_once.enqueue(600)
    first = workers()
    wait_for(lambda: ran("hung") == 1, workers.log)

    first.send_signal(signal.SIGKILL)
    first.wait()
    workers()

    wait_for(lambda: ran("came through") == 1, workers.log)
    wait_for(lambda: table.waits() == [], workers.log)
    assert ran("hung") == 2


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_lives_keeps_its_job_beyond_the_lease(table, workers):
    jobs.take_long.enqueue(LEASE * 3)
    workers()
    workers()
    wait_for(lambda: ran("ended") >= 1, workers.log)
    wait_for(lambda: table.waits() == [], workers.log)
    assert (ran("began"), ran("ended")) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_asked_to_end_finishes_its_job_and_begins_no_other(table, workers):
    jobs.take_long.enqueue(3)
    process = workers()
    wait_for(lambda: ran("began") == 1, workers.log)
    jobs.greet.enqueue("Ada")

    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0, workers.log.read_text()

    assert (ran("ended"), ran("greeted Ada")) == (1, 0)
    waits = table.waits()
    assert waits
    assert all(seconds <= 0 and tried == 0 for seconds, tried in waits)


@pytest.mark.django_db(transaction=True)
def test_what_a_job_was_about_is_not_in_the_logs(table, workers):
    jobs.greet.enqueue("Kari Nordmann")
    jobs.fail.enqueue()
    workers()
    wait_for(lambda: ran("tried") == 1 and ran("greeted Kari Nordmann") == 1, workers.log)
    wait_for(lambda: "samskap.base.tests.jobs.fail" in workers.log.read_text(), workers.log)
    said = workers.log.read_text()
    assert "Nordmann" not in said
    assert "kari@example.org" not in said
