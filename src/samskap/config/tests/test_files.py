"""A file is there for whoever may see what it belongs to, and for nobody else."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from samskap.base.uploads import clean_image
from samskap.testing.factories.initiatives import InitiativeFactory
from samskap.testing.factories.municipalities import MunicipalityFactory

pytestmark = pytest.mark.django_db


def picture():
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(drawn, "PNG")
    return clean_image(SimpleUploadedFile("red.png", drawn.getvalue()))


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Keep files in a folder of this test, with one beside it that nobody may reach."""
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "secret.png").write_bytes(b"secret")
    return tmp_path


@pytest.fixture
def arms(municipality):
    municipality.coat_of_arms = picture()
    municipality.save()
    return municipality.coat_of_arms


def ask(client, url):
    """Ask for a file and take all of it, so that nothing stays open."""
    answer = client.get(url)
    if answer.streaming:
        answer.getvalue()
    return answer


def test_the_coat_of_arms_is_handed_out_as_what_it_is(client, arms):
    answer = client.get(arms.url)

    assert answer.status_code == 200
    assert Image.open(io.BytesIO(b"".join(answer))).size == (4, 4)
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, max-age=3600"


def test_what_a_browser_has_is_not_sent_again(client, arms):
    tag = ask(client, arms.url)["ETag"]

    assert client.get(arms.url, headers={"If-None-Match": tag}).status_code == 304


def test_a_file_of_one_municipality_is_not_there_next_door(client, arms):
    MunicipalityFactory(host="neighbour.localhost")

    next_door = {"host": "neighbour.localhost"}
    assert client.get(arms.url, headers=next_door).status_code == 404
    has_it = next_door | {"If-None-Match": ask(client, arms.url)["ETag"]}
    assert client.get(arms.url, headers=has_it).status_code == 404


def test_the_photo_of_an_initiative_is_there_where_the_initiative_is(client, municipality):
    photo = InitiativeFactory(municipality=municipality, photo=picture()).photo
    MunicipalityFactory(host="neighbour.localhost")

    assert ask(client, photo.url).status_code == 200
    assert client.get(photo.url, headers={"host": "neighbour.localhost"}).status_code == 404


def test_a_file_that_belongs_to_nothing_is_not_there(client, arms, municipality):
    url = arms.url
    municipality.coat_of_arms = ""
    municipality.save()

    assert client.get(url).status_code == 404


def test_a_file_that_is_gone_is_not_there(client, arms):
    default_storage.delete(arms.name)

    assert client.get(arms.url).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "",
        "arms",
        "arms/",
        "../secret.png",
        "..%2fsecret.png",
        "arms/../../secret.png",
        "%2e%2e/secret.png",
        "/etc/passwd",
        "arms%00.png",
        "a" * 5000 + ".png",
        "%ed%a0%80.png",
        "arms/x.svg",
        "arms/x.html",
    ],
)
def test_no_way_leads_out_of_the_folder(client, arms, municipality, path):
    # Even where a row should name it.
    municipality.coat_of_arms = path.replace("%2f", "/").replace("%2e", ".").replace("%00", "")[:99]
    municipality.save()

    assert client.get(f"/files/{path}").status_code == 404
