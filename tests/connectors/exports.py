"""Seller-centre exports as shops really get them, for tests."""

import csv
import io
from pathlib import Path

HEADINGS = [
    "订单编号",
    "买家会员名",
    "买家支付宝账号",
    "买家应付货款",
    "买家应付邮费",
    "买家支付积分",
    "总金额",
    "返点积分",
    "买家实际支付金额",
    "买家实际支付积分",
    "订单状态",
    "买家留言",
    "收货人姓名",
    "收货地址 ",
    "运送方式",
    "联系电话 ",
    "联系手机",
    "订单创建时间",
    "订单付款时间 ",
    "宝贝标题 ",
    "宝贝种类 ",
    "物流单号 ",
    "物流公司",
    "订单备注",
    "宝贝总数量",
    "店铺Id",
    "店铺名称",
    "订单关闭原因",
    "卖家服务费",
    "买家服务费",
    "发票抬头",
    "是否手机订单",
    "分阶段订单信息",
    "退款金额",
]
"""With the blanks after some of them, as the seller centre writes them."""


def order(number: str, **cells: str) -> dict[str, str]:
    """A paid and shipped order of ¥128 + ¥10 freight, unless told otherwise."""
    usual = {
        "订单编号": f'="{number}"',
        "买家会员名": "tb茶客88",
        "买家应付货款": "128.00",
        "买家应付邮费": "10.00",
        "总金额": "138.00",
        "买家实际支付金额": "138.00",
        "订单状态": "卖家已发货，等待买家确认",
        "收货人姓名": "王小明",
        "收货地址 ": "浙江省 杭州市 西湖区 龙井路１号",
        "联系手机": "'13800138000",
        "订单创建时间": "2026-11-01 09:30:00",
        "订单付款时间 ": "2026-11-01 09:31:05",
        "宝贝标题 ": "龙井茶 250 克",
        "物流单号 ": "No:YT1234567890",
        "物流公司": "圆通速递",
        "宝贝总数量": "2",
    }
    return usual | cells


def text(rows: list[dict[str, str]], *, headings: list[str] = HEADINGS) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, headings, restval="", extrasaction="raise")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: value + "\t" if value else "" for name, value in row.items()})
    return out.getvalue()


def write(
    path: Path, rows: list[dict[str, str]], *, encoding: str = "gb18030", tail: str = ""
) -> Path:
    path.write_bytes((text(rows) + tail).encode(encoding))
    return path
