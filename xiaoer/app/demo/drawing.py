"""Pictures of goods, drawn here: a shape for each kind, a colour for each product."""

import colorsys
from urllib.parse import quote

_SHAPES = {
    "茶叶": '<path d="M80 30c40 10 46 60 0 100c-46-40-40-90 0-100z"/>'
    '<path d="M80 44v78" stroke="#fff" stroke-width="3" fill="none"/>',
    "茶具": '<path d="M40 60h80l-10 56q-2 10-14 10H64q-12 0-14-10z"/>'
    '<path d="M118 70q26 0 22 20t-28 18" fill="none" stroke-width="8" class="l"/>',
    "礼盒": '<rect x="34" y="62" width="92" height="64" rx="6"/>'
    '<path d="M80 62v64M34 84h92M80 62c-34-30-34 0 0 0c34-30 34 0 0 0" fill="none"'
    ' stroke="#fff" stroke-width="5"/>',
    "点心": '<circle cx="58" cy="92" r="26"/><circle cx="104" cy="92" r="26"/>'
    '<circle cx="81" cy="58" r="26"/>',
    "配件": '<rect x="72" y="28" width="16" height="70" rx="8"/><path d="M62 94h36l6 36H56z"/>',
    "枕头": '<path d="M30 60q50-18 100 0q12 28 0 56q-50 14-100 0q-12-28 0-56z"/>',
    "毛巾": '<rect x="38" y="34" width="84" height="94" rx="8"/>'
    '<path d="M38 106h84M38 116h84" stroke="#fff" stroke-width="4"/>',
    "家居服": '<path d="M58 34l22 12l22-12l30 22l-14 22l-12-8v58H54V70l-12 8l-14-22z"/>',
    "窗帘": '<path d="M34 34h92v8H34zM40 44h24q4 40-10 84H40zM120 44H96q-4 40 10 84h14z"/>',
    "香氛": '<rect x="52" y="72" width="56" height="56" rx="8"/>'
    '<path d="M80 72V34M70 70l-8-34M90 70l8-34" fill="none" stroke-width="4" class="l"/>',
}
_CLOTH = (
    '<path d="M32 52q48-22 96 0v62q-48 20-96 0z"/>'
    '<path d="M32 74q48-20 96 0M32 94q48-20 96 0" fill="none" stroke="#fff" stroke-width="4"/>'
)


def picture(category: str, position: int) -> str:
    """A data URL of an SVG, about half a kilobyte."""
    hue = (position * 0.137 + 0.36) % 1
    paper, ink = _colour(hue, 0.93, 0.5), _colour(hue, 0.45, 0.42)
    shape = _SHAPES.get(category, _CLOTH).replace(' class="l"', f' stroke="{ink}"')
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160">'
        f'<rect width="160" height="160" fill="{paper}"/><g fill="{ink}">{shape}</g></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'(),")


def _colour(hue: float, lightness: float, saturation: float) -> str:
    channels = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
