/** One cell of a CSV file. A leading sign that a spreadsheet would run as a formula is defused. */
export function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csv(heads: string[], rows: (string | number)[][]): string {
  return [heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

/** Offers the rows as a file that a Chinese Excel opens with the right letters (UTF-8 with BOM). */
export function saveCsv(name: string, heads: string[], rows: (string | number)[][]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\uFEFF${csv(heads, rows)}`], { type: "text/csv;charset=utf-8" }));
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
