"""How long a large export takes to come in, and whether memory grows with it.

Each size is imported by a process of its own, so that its peak memory is its own.
"""

import csv
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench import common
from xiaoer.app import rooms
from xiaoer.connectors.files import service
from xiaoer.core import db, shops
from xiaoer.core.auth import system

SIZES = (10_000, 100_000)
FLOOR = (
    "INSERT INTO floor (line) VALUES ('an order of some eighty letters, more or less, as it came')"
)
FLOOR_SEC = 4
LEAST_ROOMS = 10

HEADINGS = [
    "订单编号",
    "买家会员名",
    "买家应付货款",
    "买家应付邮费",
    "总金额",
    "买家实际支付金额",
    "订单状态",
    "买家留言",
    "收货人姓名",
    "收货地址",
    "联系手机",
    "订单创建时间",
    "订单付款时间",
    "宝贝标题",
    "物流单号",
    "物流公司",
    "订单备注",
    "宝贝总数量",
]


def write_export(path: Path, orders: int) -> None:
    """A seller-centre export in GB18030, one order a row, a duplicate after each thousand."""
    with path.open("w", encoding="gb18030", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADINGS)
        for n in range(orders):
            row = _row(n)
            out.writerow(row)
            if n % 1000 == 999:
                out.writerow(row)


def _row(n: int) -> list[str]:
    goods, day = 1990 + n * 37 % 90000, n % 28 + 1
    price, total = f"{goods / 100:.2f}", f"{(goods + 800) / 100:.2f}"
    when = f"2026-10-{day:02d} {n % 24:02d}:{n % 60:02d}:05"
    status = ("买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "交易成功")[n % 3]
    place = f"浙江省 杭州市 西湖区 龙井路{n % 900 + 1}号"
    return [
        f'="{37000000000000 + n}"', f"tb茶客{n % 40_000}", price, "8.00", total, total, status,
        "请尽快发货" if n % 5 == 0 else "", f"王小{n % 97}", place, f"'138{n % 10**8:08d}", when,
        when, f"明前龙井茶 {n % 60} 号 250 克", f"No:YT{n:013d}", "圆通速递", "", str(n % 3 + 1),
    ]  # fmt: skip


def import_one(url: str, path: Path, code: str) -> dict[str, Any]:
    """What one import took, in this process."""
    db.configure(url)
    before, busy = time.monotonic(), time.process_time()
    idle_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report = service.import_file(path, code)
    return {
        "rows": report.rows,
        "created": report.created,
        "unchanged": report.unchanged,
        "duplicate": report.duplicate,
        "rejected": report.rejected,
        "seconds": round(time.monotonic() - before, 2),
        "importer_cpu_seconds": round(time.process_time() - busy, 2),
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "memory_before_mib": round(idle_mib, 1),
    }


def _in_a_process(url: str, path: Path, code: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.imports", url, str(path), code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=common.ROOT)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(*, as_json: bool) -> None:
    with common.scratch_database() as url, common.scratch_folder() as folder:
        figures: dict[str, Any] = {"machine": common.machine(url)}
        with db.transaction() as session:
            session.connection().exec_driver_sql("CREATE TABLE floor (line text)")
        floor = common.floor(url, FLOOR, clients=1, seconds=FLOOR_SEC)
        figures |= floor.figures()
        server = common.postmaster(url)
        for size in SIZES:
            path = folder / f"{size}.csv"
            write_export(path, size)
            with db.transaction() as session:
                shops.add(session, system(), code=f"s{size}", name="测试")
            for name in ("first", "again"):
                before = common.cpu_seconds(server)
                told = figures[f"{size}_{name}"] = _in_a_process(url, path, f"s{size}")
                told["postgres_cpu_seconds"] = round(common.cpu_seconds(server) - before, 2)
                spent = told["importer_cpu_seconds"], told["postgres_cpu_seconds"]
                each = [seconds / told["rows"] * 1000 for seconds in spent]
                told["row_cpu_to_floor"] = round(floor.ratio(*each), 2)
        small, large = (figures[f"{size}_first"]["peak_memory_mib"] for size in SIZES)
        figures["seconds_for_100k"] = figures["100000_first"]["seconds"]
        figures["memory_growth_10k_to_100k_mib"] = round(large - small, 1)
    common.tell(figures, as_json=as_json)


if __name__ == "__main__":
    assert len(rooms.MODULES) > LEAST_ROOMS
    sys.stdout.write(json.dumps(import_one(sys.argv[1], Path(sys.argv[2]), sys.argv[3])))
