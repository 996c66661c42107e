"""Somebody with a browser, who finds things by what they are called on the page."""

import re

from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import expect

from samskap.base.queue.worker import work_off

PATIENCE = 20_000  # milliseconds until a visitor gives up
expect.set_options(timeout=PATIENCE)  # the five seconds of Playwright are short on a busy machine
CODE = re.compile(r"\b\d{3}-\d{3}-\d{3}\b")


class Visitor:
    """Reads, writes and presses as a person does: by labels and names, never by the code."""

    def __init__(self, context, email="", address=""):
        self.email = email
        self.address = address
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", self._stumbles)
        self.stumbled_over = []

    def _stumbles(self, error):
        self.stumbled_over.append(str(error))

    def opens(self, path):
        """Write an address."""
        answer = self.page.goto(path)
        assert answer.ok, f"{path} answers {answer.status}"
        return self

    def follows(self, name, *, within=None):
        """Follow a link, the first of that name."""
        links = (within or self.page).get_by_role("link", name=name, exact=True)
        links.first.click()
        return self

    def presses(self, name):
        """Press a button, and wait for what comes."""
        self.page.get_by_role("button", name=name, exact=True).first.click()
        return self

    def unfolds(self, words):
        """Open what is folded away under these words."""
        self.page.locator("summary").filter(has_text=words).first.click()
        return self

    def writes(self, **by_label):
        """Fill in what is named; `_` stands for a blank: `writes(Your_e_mail=…)` has its own."""
        for label, words in by_label.items():
            self.field(label.replace("_", " ")).fill(str(words))
        return self

    def fills(self, answers):
        """Fill in fields by their labels."""
        for label, words in answers.items():
            self.field(label).fill(str(words))
        return self

    def field(self, label):
        """Find a field by its label, with or without “(optional)” behind it."""
        words = re.compile(rf"^{re.escape(label)}(\s*\(optional\))?$")
        return self.page.get_by_label(words).first

    def chooses(self, *labels):
        """Choose one of several, seen at once or in a list, or tick a box."""
        for label in labels:
            words = self.page.locator("option", has_text=re.compile(rf"^\s*{re.escape(label)}\s*$"))
            lists = self.page.locator("select", has=words)
            found = self.page.get_by_label(label, exact=True).or_(lists).first
            found.wait_for()
            if found.evaluate("at => at.tagName") == "SELECT":
                found.select_option(label=label)
            else:
                found.check()
        return self

    def reads(self, *words):
        """See that this stands on the page."""
        for each in words:
            expect(self.page.get_by_text(each).first).to_be_visible()
        return self

    def reads_heading(self, words):
        """See that the page is called this."""
        heading = self.page.get_by_role("heading", level=1)
        expect(heading).to_have_text(words)
        return self

    def does_not_read(self, *words):
        """See that this does not stand on the page."""
        for each in words:
            expect(self.page.get_by_text(each)).to_have_count(0)
        return self

    def signs_in(self):
        """Ask for a code, find it in the mail, and type it."""
        if "/people/sign-in/" not in self.page.url:
            self.opens("/").follows("Sign in")
        self.fills({"Your e-mail": self.email}).presses("Send me a code")
        self.reads_heading("Type the code")
        self.fills({"The code from the e-mail": code_for(self.email)}).presses("Go on")
        self.page.wait_for_url(lambda url: "/sign-in/" not in url)
        if "/people/welcome/" in self.page.url:
            self.follows("Skip this")
        return self

    def is_signed_in_as(self, person):
        """Come back with a session from before: what a sign-in looks like is tried elsewhere."""
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": self.address}
        self.page.context.add_cookies([cookie])
        return self.opens("/")


def code_for(email):
    """Let the queue send its mail, and read the newest code that somebody got."""
    work_off()
    letters = [letter for letter in mail.outbox if letter.to == [email]]
    return CODE.search(letters[-1].body)[0]
