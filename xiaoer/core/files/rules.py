"""What a file is, told by its content alone: names and headers are only claims."""

import io
import mimetypes
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError

from xiaoer.core.files.errors import (
    FileTypeFalse,
    FileTypeRefused,
    PictureBroken,
    PictureTooManyPixels,
)

PIXELS_LIMIT = 40_000_000
"""A 40-megapixel picture takes 160 MB decoded; more is an attack or a mistake."""
THUMB_SIDE = 480
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
EXTENSIONS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
    "video/mp4": ".mp4",
}
MP4_BRANDS = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"dash",
    b"M4V ",
)

# Our own limit is checked before anything is decoded; Pillow's would only warn.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True)
class Inspected:
    """What was found: the type, and for pictures their upright size and a small copy."""

    content_type: str
    width: int | None = None
    height: int | None = None
    thumb: bytes | None = None


def inspect(content: bytes) -> Inspected:
    """Find out what `content` is. Raises a sentence when it is broken or of no accepted type."""
    if content.startswith(b"%PDF-"):
        return Inspected("application/pdf")
    if content[4:8] == b"ftyp" and content[8:12].replace(b" ", b"_") in MP4_BRANDS:
        return Inspected("video/mp4")
    return _picture(content)


def _picture(content: bytes) -> Inspected:
    try:
        with Image.open(io.BytesIO(content), formats=list(FORMATS)) as opened:
            content_type = FORMATS[opened.format or ""]
            width, height = opened.size
            if width * height > PIXELS_LIMIT:
                raise PictureTooManyPixels(width=width, height=height)
            opened.verify()
        with Image.open(io.BytesIO(content), formats=list(FORMATS)) as opened:
            turned = opened.getexif().get(0x0112, 1) >= 5
            thumb = _thumb(opened)
    except UnidentifiedImageError as error:
        raise FileTypeRefused from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        raise PictureBroken from error
    if turned:
        width, height = height, width
    return Inspected(content_type, width, height, thumb)


def _thumb(picture: Image.Image) -> bytes:
    """A small WebP of the first frame; making it decodes the picture, which proves it whole."""
    picture.draft("RGB", (THUMB_SIDE * 2, THUMB_SIDE * 2))
    small = ImageOps.exif_transpose(picture)
    small = small.convert("RGBA" if small.has_transparency_data else "RGB")
    small.thumbnail((THUMB_SIDE, THUMB_SIDE))
    buffer = io.BytesIO()
    small.save(buffer, "WEBP", quality=78)
    return buffer.getvalue()


def check_claim(found: str, declared: str | None, name: str) -> None:
    """Refuse a file that passes for another kind: a page named .png, a film sent as a PDF.

    A picture of one format under the name of another is honest: phones do that every day.
    """
    for claim in (declared, mimetypes.guess_type(name)[0]):
        if claim and claim in EXTENSIONS and claim.split("/")[0] != found.split("/")[0]:
            raise FileTypeFalse(declared=claim, found=found)


def safe_name(name: str, content_type: str) -> str:
    """The name without folders and control characters, ending as its content does."""
    bare = "".join(c for c in name.replace("\\", "/") if c.isprintable())
    stem = PurePosixPath(bare).stem.strip(" .")[:150] or "file"
    return stem + EXTENSIONS[content_type]
