import type { Content, Row, Way } from "@api/policies";
import { isFact, isShare } from "./terms";

export type Kind = "when" | "then";
export const DEFAULT = "default";
/** More columns than this are read as sentences first. */
export const WIDE = 9;

export const columnsOf = (content: Content, kind: Kind): string[] => (kind === "when" ? content.facts : content.outputs);

/** The rows with the one that answers when none matched, at the end. */
export function allRows(content: Content): Row[] {
  return content.default ? [...content.rows, { ...content.default, id: DEFAULT }] : content.rows;
}

export function rowOf(content: Content, id: string): Row | undefined {
  return allRows(content).find((row) => row.id === id);
}

/** The row with one cell changed; `undefined` empties it. */
export function withCell(row: Row, kind: Kind, name: string, value: unknown): Row {
  const cells = { ...(row[kind] ?? {}) } as Record<string, unknown>;
  if (value === undefined) delete cells[name];
  else cells[name] = value;
  return { ...row, [kind]: cells };
}

/** An id no row has yet, in the manner of the row before: F7 → F8. */
export function freshId(rows: Row[], after?: string): string {
  const [, head = "R", number = "0"] = /^(.*?)(\d*)$/.exec(after ?? rows.at(-1)?.id ?? "") ?? [];
  let next = Number(number) + 1;
  const taken = new Set(rows.map((row) => row.id));
  while (taken.has(`${head || "R"}${next}`)) next += 1;
  return `${head || "R"}${next}`;
}

/** Every fact a case needs to be tried: the columns, and facts that cells and outputs refer to. */
export function factsRead(content: Content): string[] {
  const named = new Set(content.facts);
  const take = (way: Way) => {
    for (const cell of Object.values(way.when ?? {})) for (const against of Object.values(cell)) if (isFact(against)) named.add(against.fact);
    for (const output of Object.values(way.then ?? {})) {
      if (isFact(output)) named.add(output.fact);
      if (isShare(output)) named.add(output.share.of);
    }
  };
  allRows(content).forEach(take);
  return [...named];
}

/** Values in the order of the table's columns, however they came. */
export function inOrder(columns: string[], values: Record<string, unknown>): [string, unknown][] {
  return Object.entries(values).sort(([a], [b]) => columns.indexOf(a) - columns.indexOf(b));
}

export interface Place {
  row: string;
  kind?: Kind;
  name?: string;
}

/** Where in the table a refusal points to: `rows[3].when.case.kind` is a cell of the fourth row. */
export function placeOf(content: Content, at: string): Place | null {
  const found = /^(?:rows\[(\d+)\]|(default))(?:\.(when|then)(?:\.(.+))?)?/.exec(at);
  if (!found) return null;
  const row = found[2] ?? content.rows[Number(found[1])]?.id;
  if (!row) return null;
  const kind = found[3] as Kind | undefined;
  const name = kind && columnsOf(content, kind).find((one) => found[4] === one || found[4]?.startsWith(`${one}.`));
  return { row, kind, name };
}
