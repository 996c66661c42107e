"""Pictures."""

import io
import struct
import zlib

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, PngImagePlugin

from samskap.base import uploads
from samskap.base.uploads import NO_PICTURE, TOO_HEAVY, TOO_LARGE, PhotoField, clean_image

SECRET = b"Drammensveien 1"


def sent(content, name="photo.jpg"):
    return SimpleUploadedFile(name, content)


def written(image, kind="JPEG", **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def read(file):
    return Image.open(io.BytesIO(file.read()))


def test_a_photo_is_turned_upright_and_tells_nothing():
    image = Image.new("RGB", (60, 40), "red")
    image.paste("blue", (0, 0, 60, 10))  # blue lies on top in the sensor
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    content = written(image, exif=exif, comment=SECRET, quality=95)
    assert SECRET in content

    cleaned = clean_image(sent(content))

    photo = read(cleaned)
    assert photo.size == (40, 60)
    assert photo.getpixel((35, 30))[2] > 200  # blue is now at the right
    assert not photo.getexif()
    cleaned.seek(0)
    assert SECRET not in cleaned.read()


def test_the_texts_of_a_png_are_dropped_and_its_clear_parts_stay():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    content = written(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG", pnginfo=texts)
    assert SECRET in content

    cleaned = clean_image(sent(content))

    assert SECRET not in cleaned.read()
    cleaned.seek(0)
    assert read(cleaned).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("mode", "kind", "becomes", "ending"),
    [
        ("RGB", "JPEG", "JPEG", ".jpg"),
        ("CMYK", "JPEG", "JPEG", ".jpg"),
        ("L", "JPEG", "JPEG", ".jpg"),
        ("P", "PNG", "PNG", ".png"),
        ("1", "PNG", "PNG", ".png"),
        ("I;16", "PNG", "PNG", ".png"),
        ("RGB", "WEBP", "WEBP", ".webp"),
        ("P", "GIF", "PNG", ".png"),
    ],
)
def test_every_kind_of_picture_is_written_anew(mode, kind, becomes, ending):
    cleaned = clean_image(sent(written(Image.new(mode, (8, 8)), kind)))
    assert cleaned.name.endswith(ending)
    assert read(cleaned).format == becomes


def test_names_are_random():
    content = written(Image.new("RGB", (2, 2)))
    first, second = clean_image(sent(content, "kari.jpg")), clean_image(sent(content, "kari.jpg"))
    assert first.name != second.name
    assert "kari" not in first.name


def test_a_large_picture_becomes_as_large_as_a_page_can_show():
    cleaned = clean_image(sent(written(Image.new("RGB", (3000, 1500)))))
    assert read(cleaned).size == (2000, 1000)


def test_the_colours_of_a_camera_become_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    cleaned = clean_image(sent(written(Image.new("RGB", (8, 8), "green"), icc_profile=profile)))
    photo = read(cleaned)
    assert "icc_profile" not in photo.info
    assert photo.getpixel((4, 4))[1] > 110


def test_a_broken_colour_profile_costs_nothing():
    content = written(Image.new("RGB", (8, 8)), icc_profile=b"not a profile")
    assert read(clean_image(sent(content))).size == (8, 8)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"<html>",
        b"\x89PNG\r\n\x1a\n nothing",
        b"GIF89a",
        b"\xff\xd8\xff\xe0 not a photo",
        b"%PDF-1.7",
        written(Image.new("RGB", (8, 8)), "BMP"),
        written(Image.new("RGB", (64, 64), "red"), "PNG")[:90],
    ],
)
def test_what_is_no_picture_is_said_so(content):
    with pytest.raises(ValidationError) as problem:
        clean_image(sent(content))
    assert problem.value.messages == [str(NO_PICTURE)]


def png_that_says(width, height):
    """Make a small file whose header speaks of a large picture."""

    def chunk(kind, content):
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels)


@pytest.mark.parametrize("side", [6400, 12_000, 60_000])
def test_a_bomb_is_refused_before_it_is_unpacked(side):
    with pytest.raises(ValidationError) as problem:
        clean_image(sent(png_that_says(side, side)))
    assert problem.value.messages == [str(TOO_LARGE)]


def test_a_file_that_is_too_heavy_is_refused_unread(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)
    with pytest.raises(ValidationError) as problem:
        clean_image(sent(b"x" * 101))
    assert problem.value.messages == [str(TOO_HEAVY)]


class Card(forms.Form):
    """A form for these tests."""

    photo = PhotoField(required=False, most_side=10)


def test_a_form_gives_the_picture_that_may_be_kept():
    card = Card(files={"photo": sent(written(Image.new("RGB", (40, 20))), "holiday.jpg")})
    assert card.is_valid()
    assert read(card.cleaned_data["photo"]).size == (10, 5)


def test_a_form_without_a_picture_is_fine_where_none_is_asked():
    card = Card(files={})
    assert card.is_valid()
    assert card.cleaned_data["photo"] is None


def test_a_form_says_what_is_wrong_with_the_picture():
    card = Card(files={"photo": sent(SVG, "me.svg")})
    assert card.errors == {"photo": [str(NO_PICTURE)]}
