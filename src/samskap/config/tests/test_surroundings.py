"""What a start finds and makes before Django."""

import os
import subprocess
import sys

from samskap.config.surroundings import share_numbers


def test_numbers_of_processes_that_are_gone_are_taken_away(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMSKAP_DATA", str(tmp_path))
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")  # so that it is put back afterwards
    monkeypatch.delenv("PROMETHEUS_MULTIPROC_DIR")
    folder = tmp_path / "metrics"
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    mine, old, odd = (
        folder / f"counter_{pid}.db" for pid in (os.getpid(), gone.pid, "not-a-number")
    )
    for path in (mine, old, odd):
        path.touch()

    share_numbers()

    assert os.environ["PROMETHEUS_MULTIPROC_DIR"] == str(folder)
    assert sorted(folder.iterdir()) == [mine]


def test_another_folder_for_the_numbers_may_be_chosen(tmp_path, monkeypatch):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path / "elsewhere"))

    share_numbers()

    assert (tmp_path / "elsewhere").is_dir()
    assert os.environ["PROMETHEUS_MULTIPROC_DIR"] == str(tmp_path / "elsewhere")
