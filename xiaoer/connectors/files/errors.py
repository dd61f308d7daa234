"""Refusals of whole files, and the sentences for single rows."""

from collections.abc import Mapping
from typing import Any

from xiaoer.core.errors import Conflict, Invalid, NotFound


class ImportNotFound(NotFound):
    zh = "没有这次导入。"
    en = "There is no such import."


class FileNotReadable(Invalid):
    zh = "无法读取文件 {name}：{problem}。"
    en = "The file {name} cannot be read: {problem}."


class UnknownFormat(Invalid):
    zh = "没有名为 {format} 的格式，可用：{known}。"
    en = "There is no format {format}; known are {known}."


class NothingToImport(Invalid):
    zh = "在 {name} 里没有找到订单文件。"
    en = "No file with orders was found in {name}."


class MappingNeeded(Invalid):
    zh = "认不出哪一列是订单号。表头是：{headings}。请先在导入页面对应表头。"
    en = (
        "No column is recognised as the order number. The headings are: {headings}."
        " Match them on the import page first."
    )


class UnknownField(Invalid):
    zh = "没有字段 {field}。"
    en = "There is no field {field}."


class UnknownHeading(Invalid):
    zh = "文件里没有表头 {heading}。"
    en = "The file has no heading {heading}."


class ListNotRecognised(Invalid):
    zh = "认不出这是物流轨迹、包裹还是库存。表头是：{headings}。"
    en = "This is no list of scans, parcels or stock. The headings are: {headings}."


class ListTooLong(Invalid):
    zh = "一次最多 {most} 行，请分开上传。"
    en = "At most {most} rows at a time; please split the file."


class ImportAlreadyStarted(Conflict):
    zh = "这次导入已经开始，不能再改。"
    en = "This import has started and can no longer be changed."


SENTENCES: Mapping[str, tuple[str, str]] = {
    "BlankRow": ("这一行是空的。", "This row is blank."),
    "CellBlank": ("缺少{field}。", "The cell for {field} is blank."),
    "ScanCodeUnknown": (
        "不认识的状态码“{value}”。",
        "The status code {value} is not known.",
    ),
    "SkuUnknown": (
        "没有规格“{value}”，或者没有填数量。",
        "There is no SKU {value}, or it counts nothing.",
    ),
    "MustNotLeave": ("现在还不能发货：{why}。", "It must not leave yet: {why}."),
    "NoOrderNumber": ("订单号为空。", "The order number is blank."),
    "OrderNumberTooLong": (
        "订单号超过 64 个字符。",
        "The order number has more than 64 characters.",
    ),
    "NumberRounded": (
        "表格软件把长订单号存成了数字，末几位已经丢失：{value}。请按文本格式重新导出。",
        "The spreadsheet rounded the long order number: {value}. Export it as text.",
    ),
    "UnreadableText": ("这一行有无法解读的字符。", "This row has characters that cannot be read."),
    "BrokenRow": ("这一行的格式不完整：{problem}。", "This row is malformed: {problem}."),
    "DuplicateRow": ("与第 {first} 行完全相同。", "This row is the same as line {first}."),
    "SupersededRow": (
        "第 {later} 行是同一订单的另一份内容，以靠后的为准。",
        "Line {later} has the same order again with other content; the later one counts.",
    ),
    "NegativeAmount": ("金额是负数：{value}。", "The amount is negative: {value}."),
    "AmountsDisagree": ("订单金额不一致：{problem}。", "The amounts disagree: {problem}."),
    "RefundTooLarge": (
        "退款 {refunded} 大于实付 {paid}（分）。",
        "The refund {refunded} is more than was paid, {paid} (cents).",
    ),
    "AmountUnclear": (
        "金额“{value}”可以有两种读法，没有采用，请核对。",
        "The amount {value} can be read in two ways; it was not taken. Please check.",
    ),
    "NumberUnreadable": (
        "“{value}”不是{field}能用的数字，没有采用。",
        "{value} is not a number for {field}; it was not taken.",
    ),
    "QuantityBlank": ("数量为空，没有猜测。", "The quantity is blank and was not guessed."),
    "QuantityUnclear": (
        "数量“{value}”不是整数，没有采用。",
        "The quantity {value} is not a whole number; it was not taken.",
    ),
    "DateUnreadable": (
        "“{value}”不是能识别的日期，没有采用。",
        "{value} is not a date that can be read; it was not taken.",
    ),
    "StatusUnknown": (
        "不认识的订单状态“{value}”，按时间和金额判断为{status}。",
        "The status {value} is not known; by times and amounts it was read as {status}.",
    ),
    "SameLineDiffers": (
        "与第 {first} 行的订单号和订单行相同、内容不同，两行都保留。",
        "Same order and line number as line {first}, other content; both were kept.",
    ),
    "OrphanRow": (
        "没有订单 {key}，这一行没有用上。",
        "There is no order {key}; this row was not used.",
    ),
    "NoCustomer": ("没有客户 {key}。", "There is no customer {key}."),
}
"""What is said about a row. The first ones reject it; from AmountUnclear on it is taken, and
flagged."""


def sentence(code: str, facts: Mapping[str, Any], locale: str) -> str:
    """The sentence about a row for a person who reads `locale`."""
    return SENTENCES[code][0 if locale == "zh" else 1].format(**facts)
