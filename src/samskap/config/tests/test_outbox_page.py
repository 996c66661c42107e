"""The demo's outbox is a page, and on a real instance there is no such page."""

import pytest
from django.core import mail
from django.http import Http404

from samskap.config.views import outbox
from samskap.testing.factories.municipalities import MunicipalityFactory


@pytest.fixture
def posted(settings, tmp_path):
    settings.EMAIL_BACKEND = "samskap.config.outbox.Outbox"
    settings.EMAIL_FILE_PATH = tmp_path
    for word in ("First", "<b>Second</b>"):
        mail.send_mail(word, f"{word} letter", "s@b.example", ["ada@b.example"])


def test_a_real_instance_has_no_outbox(rf, posted, settings):
    settings.IS_DEMO = False
    with pytest.raises(Http404):
        outbox(rf.get("/demo/mail"))


@pytest.mark.django_db
def test_the_demo_shows_the_newest_letter_first_and_escapes_it(client, posted, settings):
    settings.IS_DEMO = True
    MunicipalityFactory()
    page = client.get("/demo/mail").content.decode()
    assert page.index("&lt;b&gt;Second&lt;/b&gt; letter") < page.index("First letter")
    assert "<b>Second" not in page
