"""What whoever runs the server does at the console."""

import pytest
from django.core.management import CommandError, call_command

from samskap.municipalities.models import Municipality
from samskap.municipalities.permissions import may_administer

pytestmark = pytest.mark.django_db

HEDENSTED = ["Hedensted Kommune", "--country=DK", "--administrator=ole@hedensted.example"]


def test_the_first_run_prints_an_address_that_works(client, capsys):
    call_command("first_run", at="http://testserver")

    address = capsys.readouterr().out.splitlines()[-1].strip()
    assert client.get(address).status_code == 200


def test_the_first_run_is_over_when_there_is_a_municipality(municipality):
    with pytest.raises(CommandError, match="already been set up"):
        call_command("first_run")


def test_one_more_municipality_is_opened(django_user_model, capsys):
    call_command("open_municipality", *HEDENSTED, "--host=hedensted.example")

    ole = django_user_model.objects.get(email="ole@hedensted.example")
    assert may_administer(ole, Municipality.objects.get(slug="hedensted"))
    assert "is open at hedensted.example" in capsys.readouterr().out


def test_what_is_wrong_is_said_in_a_sentence(municipality):
    with pytest.raises(CommandError, match="already leads to a municipality"):
        call_command("open_municipality", *HEDENSTED, "--host=testserver")
    with pytest.raises(CommandError, match="is not an e-mail address"):
        call_command(
            "open_municipality", "X", "--country=DK", "--host=x.example", "--administrator=x"
        )
