"""Rows out of CSV and XLSX, one at a time, with the line each began on."""

import codecs
import csv
import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xiaoer.connectors.files.errors import FileNotReadable
from xiaoer.connectors.files.formats import headings, values

HEADING_ROWS = 8
"""The headings are looked for in so many first rows."""
CHUNK_BYTES = 1024 * 1024
EXACT_NUMBER = 2**53
"""Above it a spreadsheet's number has lost its last digits."""
FORMULA_ROWS = 50
LONGEST_CELL = 1024 * 1024


@dataclass(slots=True)
class Row:
    """Cells by heading. `broken` says why the row cannot be used."""

    line: int
    cells: dict[str, str]
    broken: tuple[str, dict[str, str]] | None = None


@dataclass(frozen=True)
class Table:
    """A file with headings. `rows()` reads it from the start each time, in constant memory."""

    path: Path
    headings: list[str]
    skipped: int
    """Rows above the data: titles and the headings themselves."""
    encoding: str | None
    delimiter: str

    def rows(self) -> Iterator[Row]:
        """Every row with its line. Blank ones too, but not those with which files just end."""
        blank: list[int] = []
        real = 0
        for line, raw in itertools.islice(self._raw(), self.skipped, None):
            row = self._row(line, raw)
            if row.broken is None and not any(row.cells.values()):
                blank = [blank[0] if blank else line, line]
                real = line if raw and self.encoding else real
                continue
            yield from _blanks(blank, blank[1] if blank else 0)
            blank = []
            yield row
        yield from _blanks(blank, real)

    def _raw(self) -> Iterator[tuple[int, list[Any]]]:
        if self.encoding is None:
            return _sheet(self.path)
        return _lines(self.path, self.encoding, self.delimiter)

    def _row(self, line: int, raw: list[Any]) -> Row:
        cells: dict[str, str] = {}
        for heading, value in zip(self.headings, raw, strict=False):
            if not heading:
                continue
            if isinstance(value, (int, float)) and abs(value) >= EXACT_NUMBER:
                return Row(line, {}, ("NumberRounded", {"value": str(value)}))
            try:
                cells[heading] = values.clean(values.cell(value))
            except values.Unclear as problem:
                return Row(line, {}, (problem.code, {}))
        return Row(line, cells)


def _blanks(span: list[int], last: int) -> Iterator[Row]:
    if span:
        for line in range(span[0], last + 1):
            yield Row(line, {}, ("BlankRow", {}))


def opened(path: Path) -> Table:
    """Find the encoding, the separator and the headings of a file.

    Raises `FileNotReadable` with a sentence for what is no table.
    """
    if not path.is_file():
        raise FileNotReadable(name=path.name, problem="没有这个文件 / there is no such file")
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise FileNotReadable(
            name=path.name, problem="旧版 .xls，请另存为 .xlsx / an old .xls; save it as .xlsx"
        )
    if start.startswith(b"PK"):
        return _table(path, None, ",", _first(_sheet(path)))
    encoding = _encoding(path)
    delimiter = _delimiter(path, encoding)
    return _table(path, encoding, delimiter, _first(_lines(path, encoding, delimiter)))


def _first(rows: Iterator[tuple[int, list[Any]]]) -> list[list[str]]:
    return [
        [values.cell(value).replace("\ufffd", "?") for value in raw]
        for _, raw in itertools.islice(rows, HEADING_ROWS)
    ]


def _table(path: Path, encoding: str | None, delimiter: str, first: list[list[str]]) -> Table:
    if not any(any(row) for row in first):
        raise FileNotReadable(name=path.name, problem="文件是空的 / the file is empty")
    at = headings.best_row(first)
    return Table(path, headings.completed(first, at), at + 1, encoding, delimiter)


def _encoding(path: Path) -> str:
    """UTF-8 (or UTF-16) when it is one, else GB18030, which holds GBK and GB2312."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        file.seek(0)
        try:
            while chunk := file.read(CHUNK_BYTES):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            # A file of ours with one broken sign is still UTF-8 when its mark says so.
            return "utf-8-sig" if start.startswith(codecs.BOM_UTF8) else "gb18030"
    return "utf-8-sig"


def _delimiter(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        start = "".join(itertools.islice(file, HEADING_ROWS))
    return max(",\t;|", key=start.count)


def _lines(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[Any]]]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader((text.replace("\0", "\ufffd") for text in file), delimiter=delimiter)
        before = 0
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise FileNotReadable(
                    name=path.name, problem=f"{reader.line_num}: {error}"
                ) from error
            yield before + 1, list(row)
            before = reader.line_num


def _sheet(path: Path) -> Iterator[tuple[int, list[Any]]]:
    """`="123"` is a formula to a workbook, and one without a stored result when a program wrote
    it: so formulas are read as text, unless the first rows really compute something."""
    start = itertools.islice(_cells(path, results=False), FORMULA_ROWS)
    computed = any(_computes(value) for _, row in start for value in row)
    return _cells(path, results=computed)


def _computes(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=") and not value.startswith('="')


def _cells(path: Path, *, results: bool) -> Iterator[tuple[int, list[Any]]]:
    # 18 MB that only a process reading a workbook has to carry
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=results)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise FileNotReadable(name=path.name, problem=str(error) or "XLSX?") from error
    try:
        sheet = book.worksheets[0]
        # Some exporters write a wrong extent into the sheet; the rows themselves are right.
        sheet.reset_dimensions()
        for line, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield line, list(row)
    finally:
        book.close()
