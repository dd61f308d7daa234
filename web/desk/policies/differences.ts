import type { Clause, Content, Row } from "@api/policies";
import { allRows, type Kind } from "./rows";

export interface CellChange {
  kind: Kind | "clause" | "say";
  name: string;
  before: unknown;
  after: unknown;
}
export interface RowChange {
  row: string;
  how: "added" | "removed" | "changed" | "moved";
  cells: CellChange[];
}
export interface Differences {
  rows: RowChange[];
  columns: { name: string; kind: "facts" | "outputs"; how: "added" | "removed" }[];
  clauses: { id: string; how: "added" | "removed" | "changed"; before?: Clause; after?: Clause }[];
  /** Other parts that changed: title, about, tests, … */
  parts: string[];
}

const PARTS = ["title", "about", "public", "hit", "by", "tests", "as_of", "example"] as const;

/** Equal as values, whatever the order keys were written in. */
export function same(one: unknown, other: unknown): boolean {
  return written(one ?? null) === written(other ?? null);
}
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${key}:${written(each)}`)
    .join()}}`;
}

/** What somebody would have to read to know how `after` differs from `before`. */
export function compare(before: Content | null, after: Content): Differences {
  const [old, fresh] = [before ? allRows(before) : [], allRows(after)];
  const moved = movedRows(old, fresh);
  const rows: RowChange[] = [];
  for (const row of fresh) {
    const was = old.find((one) => one.id === row.id);
    const cells = cellChanges(was, row);
    if (!was) rows.push({ row: row.id, how: "added", cells });
    else if (cells.length) rows.push({ row: row.id, how: "changed", cells });
    else if (moved.has(row.id)) rows.push({ row: row.id, how: "moved", cells: [] });
  }
  for (const row of old) if (!fresh.some((one) => one.id === row.id)) rows.push({ row: row.id, how: "removed", cells: cellChanges(row, undefined) });
  return { rows, columns: columnChanges(before, after), clauses: clauseChanges(before?.clauses ?? [], after.clauses ?? []), parts: before ? PARTS.filter((part) => !same(before[part], after[part])) : [] };
}

export const unchanged = (found: Differences): boolean => !found.rows.length && !found.columns.length && !found.clauses.length && !found.parts.length;

function cellChanges(was: Row | undefined, row: Row | undefined): CellChange[] {
  const found: CellChange[] = [];
  for (const kind of ["when", "then"] as const) {
    const [old, fresh] = [(was?.[kind] ?? {}) as Record<string, unknown>, (row?.[kind] ?? {}) as Record<string, unknown>];
    for (const name of new Set([...Object.keys(old), ...Object.keys(fresh)])) if (!same(old[name], fresh[name])) found.push({ kind, name, before: old[name], after: fresh[name] });
  }
  for (const kind of ["clause", "say"] as const) if (!same(was?.[kind], row?.[kind])) found.push({ kind, name: kind, before: was?.[kind] ?? undefined, after: row?.[kind] ?? undefined });
  return found;
}

function columnChanges(before: Content | null, after: Content): Differences["columns"] {
  if (!before) return [];
  return (["facts", "outputs"] as const).flatMap((kind) => [
    ...after[kind].filter((name) => !before[kind].includes(name)).map((name) => ({ name, kind, how: "added" as const })),
    ...before[kind].filter((name) => !after[kind].includes(name)).map((name) => ({ name, kind, how: "removed" as const })),
  ]);
}

function clauseChanges(before: Clause[], after: Clause[]): Differences["clauses"] {
  const found: Differences["clauses"] = [];
  for (const clause of after) {
    const was = before.find((one) => one.id === clause.id);
    if (!was) found.push({ id: clause.id, how: "added", after: clause });
    else if (!same(was, clause)) found.push({ id: clause.id, how: "changed", before: was, after: clause });
  }
  for (const clause of before) if (!after.some((one) => one.id === clause.id)) found.push({ id: clause.id, how: "removed", before: clause });
  return found;
}

/** The fewest rows that must have moved to bring the old order into the new one. */
function movedRows(old: Row[], fresh: Row[]): Set<string> {
  const kept = fresh.filter((row) => old.some((one) => one.id === row.id)).map((row) => row.id);
  const places = kept.map((id) => old.findIndex((one) => one.id === id));
  const longest: number[][] = [];
  places.forEach((place, at) => {
    const before = longest.filter((_, n) => places[n]! < place).sort((a, b) => b.length - a.length)[0] ?? [];
    longest[at] = [...before, at];
  });
  const stay = new Set(longest.sort((a, b) => b.length - a.length)[0] ?? []);
  return new Set(kept.filter((_, at) => !stay.has(at)));
}
