"""One of many, who sends the forms of the pages without a browser: for what a crowd does."""

import re
from html import unescape

from django.test import Client

from samskap.config.demo import clock

ERROR = re.compile(r'class="[^"]*error[^"]*"[^>]*>(.*?)<', re.DOTALL)


class Neighbour:
    """Reads pages and sends their forms; what a page refuses, fails at once."""

    def __init__(self, person):
        self.person = person
        self.client = Client()
        self.signed_in_on = None

    def _is_signed_in(self):
        """Sign in anew on each day, as sessions end while months pass."""
        today = clock.now().date()
        if self.signed_in_on != today:
            self.client.force_login(self.person)
            self.signed_in_on = today

    def reads(self, path):
        """Open a page, and give back what stands there."""
        self._is_signed_in()
        answer = self.client.get(path)
        assert answer.status_code == 200, f"{path} answers {answer.status_code}"
        return unescape(answer.text)

    def sends(self, path, **said):
        """Send a form; it must lead on. Gives back where to."""
        self._is_signed_in()
        answer = self.client.post(path, said)
        assert answer.status_code == 302, f"{path}: {wrong_on(answer.text)}"
        assert "/sign-in/" not in answer.url, f"{path} asks {self.person} to sign in"
        return answer.url


def wrong_on(page):
    """What a page says is wrong, for whoever reads why a journey stopped."""
    said = {" ".join(unescape(words).split()) for words in ERROR.findall(page)}
    return sorted(words for words in said if words) or page[:2000]
