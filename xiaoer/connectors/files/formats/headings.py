"""Which column holds what: by the headings shops and marketplaces really use."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

_TABLE = """
order_no: 订单编号, 主订单编号, 订单号, 交易编号, 交易号, 订单id, 平台订单号, order_id, order no,
  order number, order, orderid, tid
line_no: 订单行, 子订单编号, 子订单号, 行号, order line, line, order_item_id, oid
status: 订单状态, 交易状态, 状态, status, order status, order_status
buyer: 买家会员名, 买家昵称, 买家账号, 买家nick, 会员名, 客户, 客户id, 买家, buyer, customer,
  customer id, customer_id, buyer nick
email: 邮箱, 电子邮箱, email, e-mail
receiver_name: 收货人姓名, 收货人, 收件人, 收件人姓名, 姓名, receiver, recipient, name
receiver_phone: 联系手机, 手机, 手机号, 收货人手机, 收货人手机号, 收件人手机, 收货电话, phone,
  mobile
receiver_phone_2: 联系电话, 电话, 固定电话, 收货人电话, tel
receiver_address: 收货地址, 收货人地址, 详细地址, 地址, 收件地址, 收件人地址, address,
  shipping address
region: 销售区域, 省, 省份, 地区, 区域, state, region, province
placed_at: 订单创建时间, 下单时间, 创建时间, 拍下时间, 销售时间, 成交时间, 订单时间, 日期,
  order date, created at, order_purchase_timestamp, date
paid_at: 订单付款时间, 付款时间, 支付时间, paid at, payment time
shipped_at: 发货时间, shipped at, ship time
collected_at: 揽收时间, 揽件时间, collected at, picked up at
signed_at: 签收时间, 交货时间, 送达时间, delivered at, delivery time
completed_at: 确认收货时间, 交易成功时间, 完成时间, completed at
promised_ship_by: 承诺发货时间, 最晚发货时间, 应发货时间, ship by
title: 宝贝标题, 商品标题, 标题, 商品名称, 货品, 宝贝名称, 商品, 货品名称, product, item, title,
  product name
spec: 商品属性, 规格, 销售属性, 颜色尺码, spec, variant, options
sku_code: 商家编码, 外部系统编号, 货号, 商品编码, sku, sku code, sku编码
quantity: 购买数量, 宝贝总数量, 数量, 商品数量, 件数, quantity, qty
unit_price: 价格, 单价, 商品价格, 商品单价, price, unit price
line_amount: 销售金额, 小计, 商品金额, line total, subtotal
goods_cents: 买家应付货款, 应付货款, 商品总额, goods amount
freight: 买家应付邮费, 邮费, 运费, 快递费, shipping fee, freight, shipping
total: 总金额, 订单金额, 应付金额, 应付总额, 订单总额, order amount, total, amount
paid: 买家实际支付金额, 实付金额, 实际支付金额, 实付款, 买家实付, 实收款, 支付金额, paid,
  amount paid, paid amount
refunded: 退款金额, 已退款, refund, refund amount, refunded
platform_discount: 平台优惠, 平台优惠金额, 平台补贴, platform discount
courier: 物流公司, 快递公司, 承运商, 快递, courier, carrier
tracking_no: 物流单号, 运单号, 快递单号, 运单编号, tracking, tracking no, tracking number
buyer_message: 买家留言, 买家备注, buyer message
seller_memo: 订单备注, 商家备注, 卖家备注, 备注, seller memo, remark
flag: 旗帜, 插旗, 备注旗帜, flag
feedback: 货品用户反馈, 用户反馈, feedback
delivery_status: 货品交货状况, 交货状况, delivery status
refund_status: 退款状态, 售后状态, refund status
close_reason: 订单关闭原因, 关闭原因, close reason
"""
"""Field: headings that mean it, the most telling first."""


def _fields() -> dict[str, tuple[str, ...]]:
    entries = _TABLE.strip().replace(",\n  ", ", ").splitlines()
    pairs = (entry.split(": ", 1) for entry in entries)
    return {field: tuple(names.split(", ")) for field, names in pairs}


FIELDS: Mapping[str, tuple[str, ...]] = _fields()

FACTS = ("feedback", "delivery_status", "refund_status", "close_reason", "seller_memo")
"""Fields kept with the order in the source's own words."""

_KNOWN = {
    heading: (field, rank)
    for field, headings in FIELDS.items()
    for rank, heading in enumerate(headings)
}


def plain(heading: str) -> str:
    """A heading without what exports add to it: full-width signs, units, blanks, a mark."""
    text = unicodedata.normalize("NFKC", heading).strip().strip("*:\ufeff").lower()
    text = text.split("(")[0] if not text.startswith("(") else text
    return " ".join(text.replace("_", " ").split())


def recognised(heading: str) -> tuple[str, int] | None:
    """The field this heading means, and how telling it is (0: most)."""
    text = plain(heading)
    return (
        _KNOWN.get(text) or _KNOWN.get(text.replace(" ", "_")) or _KNOWN.get(text.replace(" ", ""))
    )


def matched(headings: Sequence[str]) -> dict[str, str]:
    """Field → heading, for every heading that is recognised; the most telling wins."""
    found: dict[str, tuple[int, str]] = {}
    for heading in headings:
        known = recognised(heading)
        if known and (known[0] not in found or known[1] < found[known[0]][0]):
            found[known[0]] = (known[1], heading)
    return {field: heading for field, (_, heading) in found.items()}


def fingerprint(headings: Iterable[str]) -> str:
    """The same for the same headings in any order."""
    joined = "\n".join(sorted(plain(heading) for heading in headings if heading))
    return hashlib.blake2b(joined.encode(), digest_size=16).hexdigest()


def best_row(rows: Sequence[Sequence[str]]) -> int:
    """Which of the first rows holds the headings: the one most of whose cells are known.

    Exports put a title or a row of merged group headings above. 0 when none is known.
    """
    scores = [len([cell for cell in row if cell and recognised(cell)]) for row in rows]
    return scores.index(max(scores)) if any(scores) else 0


def completed(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """The headings in row `at`; a blank one takes the merged heading above, a repeated one
    gets a number."""
    above = rows[at - 1] if at else []
    names: list[str] = []
    for column, cell in enumerate(rows[at]):
        name = cell or (above[column] if column < len(above) else "")
        if name and name in names:
            name = f"{name} {names.count(name) + 1}"
        names.append(name)
    return names
