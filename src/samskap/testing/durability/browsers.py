"""People who press buttons: real requests with a session and a token against forged forms."""

import http.client
import re
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
THANKED = re.compile(r"^/ideas/(\d+)/$")  # where a thank-you leads; a refusal leads nowhere
PATIENCE = 60  # seconds for one answer


class Browser:
    """One person’s browser: a connection that is kept, a session, and a token from a form."""

    def __init__(self, session: str) -> None:
        self.cookies = {"sessionid": session}
        self.token = ""
        self.connection: http.client.HTTPConnection | None = None

    def goes_to(self, port: int) -> None:
        """Turn to a server; the first answer must come from there."""
        self.leaves()
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def leaves(self) -> None:
        """Close the connection."""
        if self.connection:
            self.connection.close()

    def _ask(self, method: str, path: str, body: str = "") -> tuple[http.client.HTTPResponse, str]:
        """Send a request and read the whole answer."""
        assert self.connection  # noqa: S101
        headers = {
            "Host": "localhost",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body or None, headers)
        answer = self.connection.getresponse()
        return answer, answer.read().decode()

    def opens_the_form(self, slug: str) -> None:
        """Read the page where ideas are given, and keep its token."""
        answer, page = self._ask("GET", f"/ideas/to/{slug}/give/")
        assert answer.status == 200, f"{answer.status}: {page[:500]}"  # noqa: S101
        found = TOKEN.search(page)
        assert found, "the form has no token"  # noqa: S101
        self.token = found[1]
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value

    def _post(self, path: str, **fields: str) -> int | None:
        """Send a form, and return the idea that the thank-you is about; None: no thank-you.

        A connection that breaks raises OSError or HTTPException: then nothing was promised.
        """
        answer, _ = self._ask(
            "POST", path, urlencode({"csrfmiddlewaretoken": self.token, **fields})
        )
        found = THANKED.match(answer.headers.get("Location", "")) if answer.status == 302 else None
        return int(found[1]) if found else None

    def gives(self, slug: str, title: str) -> int | None:
        """Give an idea."""
        words = {"kind": "idea", "title": title, "language": "en", "beneficiary": "community"}
        return self._post(f"/ideas/to/{slug}/give/", **words)

    def supports(self, idea: int) -> int | None:
        """Support an idea."""
        return self._post(f"/ideas/{idea}/support/")
