import type { Cell, Op, Output, Term } from "@api/policies";
import { t } from "@desk/i18n";
import { isFact, isShare } from "./terms";

/** The conditions a fact of each type can be held to. */
const OPS: Record<string, Op[]> = {
  bool: ["eq", "exists"],
  int: ["lte", "gte", "between", "eq", "in", "exists"],
  cents: ["lte", "gte", "between", "eq", "in", "exists"],
  choice: ["eq", "in", "exists"],
  text: ["eq", "in", "exists"],
  list: ["has", "any", "lacks", "exists"],
};
export const opsOf = (term: Term): Op[] => OPS[term.type] ?? OPS.text!;

/** A cell while it is written: texts as typed, nothing decided yet. */
export interface Form {
  op: Op | "" | "value" | "fact" | "share";
  text: string;
  high: string;
  picks: string[];
  yes: boolean;
  fact: string;
  part: string;
}
export type Read<T> = { value: T; problem?: undefined } | { value?: undefined; problem: string };

const blank = (): Form => ({ op: "", text: "", high: "", picks: [], yes: true, fact: "", part: "" });
const numeric = (term: Term): boolean => term.type === "int" || term.type === "cents";
const shown = (term: Term, value: unknown): string => (term.type === "cents" && typeof value === "number" ? (value / 100).toFixed(2) : String(value ?? ""));

/** Money in yuan or a whole number, as typed. Full-width digits and separators are taken as meant. */
export function numberOf(term: Term, typed: string): Read<number> {
  const text = typed.normalize("NFKC").replace(/[,\s¥]/g, "");
  if (term.type === "cents") {
    if (!/^-?\d{1,13}(\.\d{1,2})?$/.test(text)) return { problem: t("policies.wantAmount") };
    return { value: Math.round(Number(text) * 100) };
  }
  if (!/^-?\d{1,15}$/.test(text)) return { problem: t("policies.wantNumber") };
  return { value: Number(text) };
}

const split = (text: string): string[] => text.split(/[\n,，、;；]/).map((one) => one.trim()).filter(Boolean);

export function formOf(term: Term, cell: Cell | undefined): Form {
  const [op, against] = (Object.entries(cell ?? {})[0] ?? ["", undefined]) as [Op | "", unknown];
  const form = { ...blank(), op };
  if (!op || (op === "any" && against === true)) return { ...form, op: "" };
  if (op === "exists" || typeof against === "boolean") return { ...form, yes: Boolean(against) };
  if (isFact(against)) return { ...form, fact: against.fact };
  if (op === "between") {
    const [low, high] = against as unknown[];
    return { ...form, text: shown(term, low), high: shown(term, high) };
  }
  if (Array.isArray(against)) return { ...form, picks: against.map(String), text: against.map((one) => shown(term, one)).join("\n") };
  return { ...form, text: shown(term, against), picks: [String(against)] };
}

/** The cell a form means; `undefined` when it takes anything. */
export function cellOf(term: Term, form: Form): Read<Cell | undefined> {
  if (!form.op) return { value: undefined };
  const read = operand(term, form);
  return read.problem === undefined ? { value: { [form.op]: read.value } } : read;
}

function operand(term: Term, form: Form): Read<unknown> {
  if (form.op === "exists") return { value: form.yes };
  if (["eq", "lte", "gte"].includes(form.op) && form.fact) return { value: { fact: form.fact } };
  if (form.op === "between") return between(term, form);
  if (["in", "has", "any", "lacks"].includes(form.op)) return several(term, form);
  return single(term, form);
}

function between(term: Term, form: Form): Read<[number, number]> {
  const low = numberOf(term, form.text);
  if (low.problem !== undefined) return low;
  const high = numberOf(term, form.high);
  if (high.problem !== undefined) return high;
  return low.value > high.value ? { problem: t("policies.turnedAround") } : { value: [low.value, high.value] };
}

function several(term: Term, form: Form): Read<unknown[]> {
  if (term.values.length) return form.picks.length ? { value: term.values.filter((one) => form.picks.includes(one)) } : { problem: t("policies.wantPick") };
  const texts = split(form.text);
  if (!texts.length) return { problem: t("policies.wantText") };
  if (!numeric(term)) return { value: texts };
  const numbers: number[] = [];
  for (const text of texts) {
    const read = numberOf(term, text);
    if (read.problem !== undefined) return read;
    numbers.push(read.value);
  }
  return { value: numbers };
}

function single(term: Term, form: Form): Read<unknown> {
  if (term.type === "bool") return { value: form.yes };
  if (numeric(term)) return numberOf(term, form.text);
  if (term.values.length) return form.picks[0] ? { value: form.picks[0] } : { problem: t("policies.wantPick") };
  return form.text.trim() ? { value: form.text.trim() } : { problem: t("policies.wantText") };
}

export function outputForm(term: Term, output: Output | undefined): Form {
  const form = blank();
  if (output === undefined) return form;
  if (isFact(output)) return { ...form, op: "fact", fact: output.fact };
  if (isShare(output)) {
    const { of, bp, min, max } = output.share;
    const cents = (value: number | null | undefined) => (typeof value === "number" ? (value / 100).toFixed(2) : "");
    return { ...form, op: "share", fact: of, part: String(bp / 100), text: cents(min), high: cents(max) };
  }
  if (typeof output === "boolean") return { ...form, op: "value", yes: output };
  const many = Array.isArray(output) ? output : [String(output)];
  return { ...form, op: "value", picks: many, text: Array.isArray(output) ? output.join("\n") : shown(term, output) };
}

/** The output a form means; `undefined` when the row says nothing of it. */
export function outputOf(term: Term, form: Form): Read<Output | undefined> {
  if (!form.op) return { value: undefined };
  if (form.op === "fact") return form.fact ? { value: { fact: form.fact } } : { problem: t("policies.wantFact") };
  if (form.op === "share") return shareOf(form);
  const read = term.type === "list" ? several(term, form) : single(term, form);
  return read as Read<Output>;
}

function shareOf(form: Form): Read<Output> {
  if (!form.fact) return { problem: t("policies.wantFact") };
  const part = Number(form.part.normalize("NFKC").replace(/[%\s]/g, ""));
  const bp = Math.round(part * 100);
  if (!form.part.trim() || !Number.isFinite(part) || bp < 0 || bp > 100_000) return { problem: t("policies.wantPart") };
  const limits: Record<string, number> = {};
  for (const [name, text] of [["min", form.text], ["max", form.high]] as const) {
    if (!text.trim()) continue;
    const read = numberOf({ name, type: "cents", zh: "", en: "", values: [] }, text);
    if (read.problem !== undefined) return read;
    limits[name] = read.value;
  }
  if (limits.min !== undefined && limits.max !== undefined && limits.min > limits.max) return { problem: t("policies.turnedAround") };
  return { value: { share: { of: form.fact, bp, ...limits } } };
}
