"""Pictures without what a phone writes into them: where, when, by which device.

The picture itself is not touched: segments are left out, nothing is encoded anew. What decides
how it looks stays: colour profile and, when it is turned, its orientation.
"""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, ImageOps

ORIENTATION = 0x0112
UPRIGHT = 1
JPEG_START, JPEG_END, JPEG_SCAN = 0xD8, 0xD9, 0xDA
JPEG_APPS, JPEG_COMMENT = range(0xE0, 0xF0), 0xFE
JPEG_KEPT = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST sPLT pHYs"
    b" acTL fcTL fdAT".split()
)
WEBP_DROPPED = frozenset((b"EXIF", b"XMP "))
WEBP_EXIF, WEBP_XMP = 0x08, 0x04


def stripped(content: bytes, content_type: str) -> bytes:
    """The same picture without metadata; other types come back as they are.

    `content` must have passed `rules.inspect`.
    """
    strip = {"image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp}.get(content_type)
    if strip is None:
        return content
    with Image.open(io.BytesIO(content)) as picture:
        turned = int(picture.getexif().get(ORIENTATION, UPRIGHT))
    try:
        return strip(content, _orientation(turned) if 1 < turned <= 8 else b"")
    except (struct.error, IndexError, ValueError):
        return _anew(content)


def _orientation(turned: int) -> bytes:
    """TIFF with one entry: which way is up."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, ORIENTATION, 3, 1, turned, 0, 0)


def _anew(content: bytes) -> bytes:
    """For a file that can be shown but does not keep to its format."""
    with Image.open(io.BytesIO(content)) as picture:
        upright, kind = ImageOps.exif_transpose(picture), picture.format
    plain = Image.new(upright.mode, upright.size)
    plain.paste(upright)
    buffer = io.BytesIO()
    plain.convert("RGB" if kind == "JPEG" else "RGBA").save(buffer, kind, quality=92)
    return buffer.getvalue()


def _jpeg(content: bytes, tiff: bytes) -> bytes:
    out = [content[:2]]
    if tiff:
        out.append(struct.pack(">BBH", 0xFF, 0xE1, len(tiff) + 8) + b"Exif\0\0" + tiff)
    for marker, segment in _segments(content):
        if marker in JPEG_APPS and not segment[4:].startswith(JPEG_KEPT.get(marker, b"\0nothing")):
            continue
        if marker != JPEG_COMMENT:
            out.append(segment)
    return b"".join(out)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes, to the end of the picture: what follows (a second picture) is left out."""
    at = 2
    while True:
        while content[at + 1] == 0xFF:
            at += 1
        if content[at] != 0xFF:
            raise ValueError(at)
        marker = content[at + 1]
        if marker == JPEG_END:
            yield marker, content[at : at + 2]
            return
        end = at + 2 + struct.unpack_from(">H", content, at + 2)[0]
        if marker == JPEG_SCAN:
            end = _after_scan(content, end)
        yield marker, content[at:end]
        at = end


def _after_scan(content: bytes, at: int) -> int:
    """Where the next marker stands; within a scan FF is followed by 00 or a restart's number."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _png(content: bytes, tiff: bytes) -> bytes:
    out, at = [content[:8]], 8
    while at < len(content):
        (size,) = struct.unpack_from(">I", content, at)
        name = content[at + 4 : at + 8]
        if name in PNG_KEPT:
            out.append(content[at : at + 12 + size])
        if name == b"IHDR" and tiff:
            chunk = b"eXIf" + tiff
            out.append(struct.pack(">I", len(tiff)) + chunk + struct.pack(">I", zlib.crc32(chunk)))
        if name == b"IEND":
            return b"".join(out)
        at += 12 + size
    raise ValueError(at)


def _webp(content: bytes, tiff: bytes) -> bytes:
    out, at = [], 12
    end = min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    while at < end:
        name, size = struct.unpack_from("<4sI", content, at)
        body = content[at + 8 : at + 8 + size]
        if name == b"VP8X":
            flags = body[0] & ~(WEBP_EXIF | WEBP_XMP) | (WEBP_EXIF if tiff else 0)
            body = bytes([flags]) + body[1:]
        if name not in WEBP_DROPPED:
            out.append(_chunk(name, body))
        at += 8 + size + size % 2
    if tiff:
        out.append(_chunk(b"EXIF", tiff))
    whole = b"WEBP" + b"".join(out)
    return b"RIFF" + struct.pack("<I", len(whole)) + whole


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
