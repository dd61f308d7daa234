import type { Cell, Edit, Output } from "@api/policies";
import { i18n, t } from "@desk/i18n";
import { compare, same, type CellChange } from "./differences";
import { cellText, either, nameOf, outputText, type Terms } from "./terms";

/** One changed cell as a reader compares it: what it is called, what stood there, what stands there. */
export interface ToldChange {
  name: string;
  before: string;
  after: string;
}

const NOTHING = "–";

export function toldCell(terms: Terms, change: CellChange): ToldChange {
  if (change.kind === "clause") return { name: t("policies.clause"), before: String(change.before ?? NOTHING), after: String(change.after ?? NOTHING) };
  if (change.kind === "say") return { name: t("policies.sayZh").replace(/[（(,].*$/, ""), before: either(change.before as never) || NOTHING, after: either(change.after as never) || NOTHING };
  const term = change.kind === "when" ? terms.fact(change.name) : terms.output(change.name);
  const text = (value: unknown) => {
    if (value === undefined) return t(change.kind === "when" ? "policies.anything" : "policies.nothing");
    return change.kind === "when" ? cellText(terms, change.name, value as Cell) : outputText(terms, change.name, value as Output);
  };
  return { name: nameOf(term), before: text(change.before), after: text(change.after) };
}

export const partName = (part: string): string => (i18n.global.te(`policies.parts.${part}`) ? t(`policies.parts.${part}`) : part);

/** An edit in words: what was changed, how, and the cells. */
export function toldEdit(terms: Terms, edit: Edit): { what: string; how: string; cells: ToldChange[] } {
  const [kind = "", ...rest] = edit.what.split(" ");
  const name = rest.join(" ");
  const how = t(edit.before === null ? "policies.added" : edit.after === null ? "policies.removed" : same(edit.before, edit.after) ? "policies.moved" : "policies.changed");
  if (kind === "row" || edit.what === "default") return { what: kind === "row" ? t("policies.editOf.row", { name }) : t("policies.otherwise"), how, cells: rowCells(terms, edit) };
  if (kind !== "column") return { what: partName(edit.what), how, cells: [] };
  const term = terms.fact(name).zh === name ? terms.output(name) : terms.fact(name);
  const added = edit.after !== null;
  return { what: t("policies.editOf.column", { name: nameOf(term) }), how: t(added ? (edit.before === null ? "policies.added" : "policies.moved") : "policies.removed"), cells: [] };
}

function rowCells(terms: Terms, edit: Edit): ToldChange[] {
  const bare = { table: "", title: { zh: "", en: "" }, facts: [], outputs: [] };
  const rows = (row: unknown) => (row && typeof row === "object" ? [{ ...row, id: "R" }] : []);
  const found = compare({ ...bare, rows: rows(edit.before) }, { ...bare, rows: rows(edit.after) });
  return found.rows.flatMap((row) => row.cells.map((cell) => toldCell(terms, cell)));
}
