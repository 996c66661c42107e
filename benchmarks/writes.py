"""How many writes a second a hundred who write at once get through, on SQLite with full durability.

Run: .venv/bin/python -m benchmarks.writes [--rounds 4] [--seconds 6]

Serves our program and the bare framework from one database file (synchronous=FULL, two workers
each), and lets a hundred people post to one and the other in turn, with session and token: a
support (the support, its ledger row, the running sums, the memory), an idea (the same, and its
words) and a bare write (a vote and a comment in one transaction). Prints a markdown table.
"""

import argparse
import dataclasses
import subprocess
import sys
import tempfile
from statistics import median
from typing import Any

from benchmarks.measuring import TOKEN, Reader
from benchmarks.pages import instance_on
from samskap.testing.durability.instance import Instance, Server

WRITERS = 100
IDEAS = 2_000
SCRIPT = """
local sessions, ideas, kind, slug, token, run = {%(sessions)s}, {%(ideas)s}, "%(kind)s", "%(slug)s", "%(token)s", "%(run)s"
local n, threads = 0, {}
wrong = 0
setup = function(thread) table.insert(threads, thread) end
request = function()
  n = n + 1
  local session = sessions[n %% #sessions + 1]
  local idea = ideas[math.floor(n / #sessions + %(start)d) %% #ideas + 1]
  local path = "/ideas/" .. idea .. "/support/"
  local body = "csrfmiddlewaretoken=" .. token
  if kind == "idea" then path = "/ideas/to/" .. slug .. "/give/" end
  if kind ~= "support" then
    body = body .. "&kind=idea&language=en&beneficiary=community&text=&title=Bench+" .. run .. "." .. n
  end
  return wrk.format("POST", path, {Host = "localhost",
    ["Content-Type"] = "application/x-www-form-urlencoded",
    Cookie = "sessionid=" .. session .. "; csrftoken=" .. token}, body)
end
response = function(status, headers)
  local to = headers["Location"] or headers["location"] or ""
  if status ~= 302 or not to:match("^/ideas/%%d+/$") then wrong = wrong + 1 end
end
done = function(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  for _, thread in ipairs(threads) do failed = failed + thread:get("wrong") end
  io.write(string.format("%%d %%.3f %%d %%.0f %%.0f\\n", summary.requests, summary.duration / 1e6,
    failed, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
"""  # noqa: E501 - Lua


@dataclasses.dataclass(frozen=True)
class Turn:
    """What one turn of a hundred writers came to."""

    rate: float  # writes a second
    failed: int
    p50: float
    p99: float


def turn(server: Server, place: dict[str, Any], kind: str, number: int, seconds: int) -> Turn:
    """Let a hundred write for some seconds."""
    said = {
        "sessions": ",".join(f'"{session}"' for session in place["sessions"]),
        "ideas": ",".join(str(idea) for idea in place["ideas"]),
        "kind": kind,
        "slug": place["slug"],
        "token": TOKEN,
        "run": number,
        "start": number * 97,  # nobody supports the same idea in two turns
    }
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % said)
        script.flush()
        command = ["wrk", "-t1", f"-c{WRITERS}", f"-d{seconds}s", "--timeout", "60s"]
        told = subprocess.run(  # noqa: S603 - our own command
            [*command, "-s", script.name, f"http://127.0.0.1:{server.port}"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    for _ in range(4):  # what still waits in the server’s queue is not counted in the next turn
        Reader(server.port, place["sessions"]).get("/health")
    requests, took, failed, p50, p99 = told.strip().splitlines()[-1].split()
    return Turn(int(requests) / float(took), int(failed), float(p50), float(p99))


def measured(instance: Instance, rounds: int, seconds: int) -> dict[str, list[Turn]]:
    """Take turns: bare, support, idea, and again."""
    place = instance.ask(f"benchmarks.filling:fill_for_writing({IDEAS}, {WRITERS})")
    bare = dataclasses.replace(instance, settings="benchmarks.bare.settings")
    bare.run("manage.py", "migrate", "--run-syncdb", "-v0")
    again = bare.ask(f"benchmarks.filling:sign_in_again({place['sessions']!r})")
    place_of = {"bare": {**place, "sessions": again}, "support": place, "idea": place}
    turns: dict[str, list[Turn]] = {"bare": [], "support": [], "idea": []}
    with instance.served() as ours, bare.served() as theirs:
        for number in range(-1, rounds):
            for kind, kept in turns.items():
                server = theirs if kind == "bare" else ours
                found = turn(
                    server, place_of[kind], kind, number + 1, seconds if number >= 0 else 2
                )
                sys.stderr.write(f"{kind}: {found}\n")
                if number >= 0:  # the first turn warms up
                    kept.append(found)
    return turns


def main() -> None:
    """Measure, and print the table."""
    asked = argparse.ArgumentParser(description="Writes a second of a hundred who write at once.")
    asked.add_argument("--rounds", type=int, default=4)
    asked.add_argument("--seconds", type=int, default=6)
    given = asked.parse_args()
    with instance_on("") as instance:
        turns = measured(instance, given.rounds, given.seconds)
    sys.stdout.write(
        "| write | writes/s, each turn | of the bare write (median) | p50 / p99 ms | failures |\n"
        "| --- | --- | ---: | ---: | ---: |\n"
    )
    titles = {"bare": "bare framework", "support": "support", "idea": "idea"}
    for kind, found in turns.items():
        pairs = zip(found, turns["bare"], strict=True)
        ratio = median(ours.rate / bare.rate for ours, bare in pairs)
        sys.stdout.write(
            f"| {titles[kind]} | {', '.join(f'{each.rate:.0f}' for each in found)} | {ratio:.2f}"
            f" | {median(each.p50 for each in found):.0f} / {max(each.p99 for each in found):.0f}"
            f" | {sum(each.failed for each in found)} |\n"
        )


if __name__ == "__main__":
    main()
