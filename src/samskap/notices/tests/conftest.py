"""A mail server and an SMS gateway for the tests of notices."""

import pytest

from samskap.notices.tests.postbox import Postbox
from samskap.testing.gateway import TOKEN, gateway


@pytest.fixture
def postbox(settings):
    """A mail server that is up."""
    box = Postbox()
    box.come_up()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = box.port
    yield box
    box.go_down()


@pytest.fixture
def sms_gateway(settings):
    """An SMS gateway that is up."""
    with gateway() as server:
        settings.SMS_GATEWAY_URL = server.url
        settings.SMS_GATEWAY_TOKEN = TOKEN
        yield server
