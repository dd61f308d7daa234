"""Photos for the demo's evidence, drawn here: a parcel or an article, and what is wrong with it."""

import io
import random

from PIL import Image, ImageDraw

SIDE = (720, 540)
TABLES = ((214, 196, 170), (186, 193, 199), (205, 205, 198), (170, 156, 140))
GOODS = ((120, 150, 132), (160, 120, 104), (98, 118, 150), (178, 156, 110))


def photo(chance: random.Random, kind: str) -> bytes:
    """A JPEG of some tens of kilobytes."""
    picture = Image.new("RGB", SIDE, chance.choice(TABLES))
    pen = ImageDraw.Draw(picture)
    if kind in ("package_photo", "shipping_label_photo", "refusal_proof"):
        _parcel(pen, chance, torn=kind == "package_photo")
    else:
        _article(pen, chance, broken=kind != "inspection_photo")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()


def _parcel(pen: ImageDraw.ImageDraw, chance: random.Random, *, torn: bool) -> None:
    left, top = chance.randint(110, 190), chance.randint(90, 150)
    right, bottom = left + 380, top + 270
    pen.rectangle((left, top, right, bottom), fill=(186, 146, 98), outline=(140, 104, 66), width=4)
    pen.rectangle((left, top + 118, right, top + 150), fill=(214, 190, 150))
    label = (left + 210, top + 30, left + 350, top + 106)
    pen.rectangle(label, fill=(248, 248, 244), outline=(90, 90, 90))
    for n in range(12):
        x = label[0] + 10 + n * 10
        pen.line((x, label[1] + 10, x, label[1] + 46), fill=(30, 30, 30), width=1 + n % 3)
    if torn:
        corner = [
            (left, bottom - 110),
            (left + 70, bottom - 60),
            (left + 30, bottom),
            (left, bottom),
        ]
        pen.polygon(corner, fill=(90, 66, 44))


def _article(pen: ImageDraw.ImageDraw, chance: random.Random, *, broken: bool) -> None:
    x, y, ink = chance.randint(220, 300), chance.randint(120, 170), chance.choice(GOODS)
    pen.ellipse((x - 40, y + 250, x + 290, y + 310), fill=(150, 140, 128))
    body = [(x, y), (x + 250, y), (x + 210, y + 270), (x + 40, y + 270)]
    pen.polygon(body, fill=ink)
    pen.ellipse((x, y - 34, x + 250, y + 34), fill=tuple(min(255, each + 40) for each in ink))
    if broken:
        crack = [(x + 150, y + 20)]
        while crack[-1][1] < y + 220:
            crack.append(
                (crack[-1][0] + chance.randint(-26, 30), crack[-1][1] + chance.randint(24, 44))
            )
        pen.line(crack, fill=(40, 34, 30), width=4)
