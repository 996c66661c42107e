"""Unchanged pages."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, HttpResponseNotFound
from django.utils import translation

from samskap.base.etag import unchanged


class Somebody:
    """A signed-in person for these tests."""

    def __init__(self, pk):
        self.pk = pk


class Notebook:
    """A page that counts how often it was made."""

    def __init__(self):
        self.version, self.times = 1, 0

        @unchanged(lambda request, name: self.version and f"{name} {self.version}")
        def page(request, name):
            self.times += 1
            return HttpResponse(f"{name} {self.version}")

        self.page = page


@pytest.fixture
def notebook():
    return Notebook()


def asked(rf, tag="", user=None, path="/x/", method="get", **rest):
    headers = {"If-None-Match": tag} if tag else {}
    request = getattr(rf, method)(path, headers=headers, **rest)
    request.user = user or AnonymousUser()
    return request


def test_an_unchanged_page_is_not_made_again(rf, notebook):
    first = notebook.page(asked(rf), "ada")
    again = notebook.page(asked(rf, first["ETag"]), "ada")
    assert (first.status_code, again.status_code) == (200, 304)
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"] == "private, no-cache"
    assert notebook.times == 1


def test_a_changed_page_is(rf, notebook):
    tag = notebook.page(asked(rf), "ada")["ETag"]
    notebook.version = 2
    assert notebook.page(asked(rf, tag), "ada").status_code == 200


def test_another_person_language_or_secret_gets_their_own_page(rf, notebook):
    tag = notebook.page(asked(rf), "ada")["ETag"]
    assert notebook.page(asked(rf, tag, user=Somebody(7)), "ada").status_code == 200
    with translation.override("nn"):
        assert notebook.page(asked(rf, tag), "ada").status_code == 200
    request = asked(rf, tag)
    request.COOKIES["csrftoken"] = "new"
    assert notebook.page(request, "ada").status_code == 200
    assert notebook.page(asked(rf, tag, path="/x/?after=y"), "ada").status_code == 200
    assert notebook.page(asked(rf, tag, HTTP_HOST="other.localhost"), "ada").status_code == 200


def test_a_page_without_a_version_is_always_made(rf, notebook):
    notebook.version = None
    response = notebook.page(asked(rf), "ada")
    assert "ETag" not in response


def test_a_change_is_never_answered_from_memory(rf, notebook):
    tag = notebook.page(asked(rf), "ada")["ETag"]
    response = notebook.page(asked(rf, tag, method="post"), "ada")
    assert (response.status_code, "ETag" in response) == (200, False)


def test_what_is_not_found_is_not_kept(rf):
    page = unchanged(lambda request: "1")(lambda request: HttpResponseNotFound())
    assert "ETag" not in page(asked(rf))


def test_a_waiting_message_is_told(rf, notebook):
    tag = notebook.page(asked(rf), "ada")["ETag"]
    request = asked(rf, tag)
    request._messages = ["Thank you!"]
    assert notebook.page(request, "ada").status_code == 200
