"""Somebody at a screen while the clock stands: what goes on for months is told in seconds."""

import re
from datetime import date, datetime, timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samskap.config.demo import clock

DAY = timedelta(days=1)


def on_day(days: int) -> date:
    """Let the clock stand so many days after the story began, and say which day it is."""
    moment: datetime = clock.NOW - 400 * DAY + days * DAY
    clock.stand_at(moment)
    return timezone.localdate()


class Reader:
    """One person at a screen; nobody in particular where none is named."""

    def __init__(self, person=None):
        self.person = person
        self.came_at, self.client = None, Client()

    def reads(self, name, /, *args, **asked):
        """Open a page, and return its words without the tags."""
        answer = self._client().get(path_of(name, *args), asked)
        assert answer.status_code == 200, f"{name}: {answer.status_code}"
        return words_of(answer)

    def finds_link(self, address, name, /, *args):
        """Open a page, and say whether it leads to an address."""
        return f'href="{address}"' in self._client().get(path_of(name, *args)).text

    def sends(self, name, /, *args, **words):
        """Send a form that is thanked for, and return where that leads."""
        answer = self._client().post(path_of(name, *args), words)
        assert answer.status_code == 302, f"{name}: {answer.status_code} {wrong_in(answer)}"
        return answer.headers["Location"]

    def lands(self, name, /, *args, **words):
        """Send a form, and return the words of the page that it leads to."""
        return words_of(self._client().get(self.sends(name, *args, **words)))

    def is_refused(self, name, /, *args):
        """Ask for a page, and say whether it is not theirs."""
        return self._client().get(path_of(name, *args)).status_code in (302, 403, 404)

    def _client(self):
        """Their browser; whoever comes by on another day signs in again."""
        if self.person is not None and self.came_at != clock.now():
            self.client, self.came_at = Client(), clock.now()
            self.client.force_login(self.person)
        return self.client


def path_of(name, /, *args):
    """The path of a page: as it stands, or by its name."""
    return name if name.startswith("/") else reverse(name, args=args)


def words_of(answer):
    """The words of a page, without its tags."""
    text = re.sub(r"<[^>]+>", " ", answer.text)
    return " ".join(text.split())


def wrong_in(answer):
    """What a page says is wrong."""
    found = re.findall(r"field--error.*?</div>|form-errors.*?</ul>", answer.text, re.DOTALL)
    return [re.sub(r"<[^>]+>|\s+", " ", each)[:200] for each in found] or words_of(answer)[:600]
