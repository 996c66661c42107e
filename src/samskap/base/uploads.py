"""Pictures that people send in: decoded, freed of what they tell about people, written anew."""

import contextlib
import io
import struct
import zlib
from secrets import token_hex
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000  # more than a phone takes; a bomb of zeros unpacks to far more
MOST_SIDE = 2000  # pixels; nobody’s screen shows more of a picture in a page
TAKEN = ("JPEG", "PNG", "WEBP", "GIF")
WRITTEN = {"JPEG": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "GIF": "PNG"}
QUALITY: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 85, "method": 4},
}

# What Pillow raises on bytes that only look like a picture.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError)
BROKEN_WITHIN = (struct.error, zlib.error, MemoryError, OverflowError)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)

TOO_HEAVY = _("This picture is larger than 10 MB. Choose a smaller one.")
TOO_LARGE = _("This picture has more than 40 million pixels. Make it smaller and try again.")
NO_PICTURE = _("This file is not a picture that can be read. Choose a JPEG, PNG or WebP picture.")


def clean_image(file: File[bytes], *, most_side: int = MOST_SIDE) -> ContentFile[bytes]:
    """Return a picture as a new file with a random name, turned upright, without any metadata.

    Place, time and camera are dropped with the EXIF block; animation and colour profile too. Only
    formats made of pixels are taken: an SVG is a program, and is refused like any other file.

    Raises ValidationError with a sentence for whoever sent it.
    """
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(TOO_HEAVY, code="too_heavy")
    try:
        image = Image.open(file, formats=TAKEN)
        # The header tells the size: look before anything is unpacked.
        if image.width * image.height > MOST_PIXELS:
            raise ValidationError(TOO_LARGE, code="too_large")
        kind = WRITTEN[image.format or ""]
        # Made small first, so that it is never held twice at its full size.
        image.thumbnail((most_side, most_side))
        upright = ImageOps.exif_transpose(image)
        bare = _bare(upright, can_be_clear=kind != "JPEG")
    except BOMBS as problem:
        raise ValidationError(TOO_LARGE, code="too_large") from problem
    except (UnidentifiedImageError, *BROKEN, *BROKEN_WITHIN) as problem:
        raise ValidationError(NO_PICTURE, code="no_picture") from problem
    written = io.BytesIO()
    bare.save(written, kind, **QUALITY[kind])
    ending = {"JPEG": "jpg"}.get(kind, kind.lower())
    return ContentFile(written.getvalue(), name=f"{token_hex(16)}.{ending}")


def _bare(image: Image.Image, *, can_be_clear: bool) -> Image.Image:
    """Return only the pixels of a picture, in the colours of the web."""
    is_clear = can_be_clear and image.has_transparency_data
    profile = image.info.get("icc_profile")
    bare = image.convert("RGBA" if is_clear else "RGB")
    if profile and image.mode in {"RGB", "RGBA"}:
        with contextlib.suppress(ImageCms.PyCMSError, OSError):  # costs a shade, no picture
            bare = _in_web_colours(bare, profile)
    bare.info = {}  # comments and texts would be written again
    return bare


def _in_web_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Turn the colours of a camera’s own profile into sRGB, as the profile is dropped."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    return turned or image


class PhotoField(forms.FileField):
    """Asks for one picture; its value is the picture as `clean_image` wrote it."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})
    default_error_messages = {"invalid": NO_PICTURE}

    def __init__(self, *, most_side: int = MOST_SIDE, **named: Any) -> None:
        named.setdefault(
            "help_text",
            _("JPEG, PNG or WebP, at most 10 MB. Where and when it was taken is removed."),
        )
        super().__init__(**named)
        self.most_side = most_side

    def to_python(self, data: Any) -> Any:
        """Read what was sent; None where nothing was."""
        file = super().to_python(data)
        return clean_image(file, most_side=self.most_side) if file else None


ImageField = PhotoField
