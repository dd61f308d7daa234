import type { Cell, FactRef, Op, Output, Share, Term, Vocabulary } from "@api/policies";
import { locale } from "@ui/locale";
import { countText, moneyText } from "@ui/money";
import { i18n, t } from "@desk/i18n";

/** The words a table is written in, for people: every name, value and cell in the reader's language. */
export class Terms {
  private readonly known: Record<"facts" | "outputs", Map<string, Term>>;

  constructor(vocabulary: Vocabulary) {
    this.known = { facts: mapped(vocabulary.facts), outputs: mapped(vocabulary.outputs) };
  }

  get facts(): Term[] {
    return [...this.known.facts.values()];
  }
  get outputs(): Term[] {
    return [...this.known.outputs.values()];
  }
  fact(name: string): Term {
    return this.known.facts.get(name) ?? unknown(name);
  }
  output(name: string): Term {
    return this.known.outputs.get(name) ?? unknown(name);
  }
}

const mapped = (terms: Term[]) => new Map(terms.map((term) => [term.name, term]));
const unknown = (name: string): Term => ({ name, type: "text", zh: name, en: name, values: [] });

export const nameOf = (term: Term): string => (locale.value === "zh" ? term.zh : term.en);
export const either = (both: { zh: string; en: string } | null | undefined): string => (both ? (locale.value === "zh" ? both.zh : both.en) : "");

/** What a code is called; a code nobody gave words to stays as it is. */
export function wordOf(code: string): string {
  const key = `policyValues.${code}`;
  return /^\w+$/.test(code) && i18n.global.te(key) ? t(key) : code;
}

/** `approve/auto` as words; an effect of none is nothing to say. */
export const decisionText = (decision: string): string => decision.split("/").filter((part) => part !== "none").map(wordOf).join(" · ");

export const isFact = (value: unknown): value is FactRef => typeof value === "object" && value !== null && "fact" in value;
export const isShare = (value: unknown): value is Share => typeof value === "object" && value !== null && "share" in value;

const percent = (bp: number): string => `${countText(bp / 100)}%`;

/** One value with its unit: 7 天, ¥120.00, 12.5%, 是, 换货. */
export function valueText(term: Term, value: unknown): string {
  if (value === null || value === undefined) return t("policies.unknown");
  if (Array.isArray(value)) return value.length ? value.map((one) => valueText(term, one)).join(t("policies.comma")) : t("common.none");
  if (typeof value === "boolean") return t(value ? "policies.yes" : "policies.no");
  if (typeof value !== "number") return wordOf(String(value));
  if (term.type === "cents") return moneyText(value);
  if (term.name.endsWith("_bp")) return percent(value);
  if (/days/.test(term.name)) return t(value === 1 ? "policies.inDay" : "policies.inDays", { count: countText(value) });
  if (/hours/.test(term.name)) return t(value === 1 ? "policies.inHour" : "policies.inHours", { count: countText(value) });
  return countText(value);
}

/** A condition in words, without the name of its fact: `≤ 15 天`, `换货 或 维修`. */
export function cellText(terms: Terms, fact: string, cell: Cell | undefined): string {
  const [op, against] = Object.entries(cell ?? {})[0] as [Op, unknown];
  const term = terms.fact(fact);
  const among = (join: string) => (against as unknown[]).map((one) => valueText(term, one)).join(join);
  const one = isFact(against) ? t("policies.thatFact", { fact: nameOf(terms.fact(against.fact)) }) : op === "lte" || op === "gte" || op === "eq" ? valueText(term, against) : "";
  switch (op) {
    case "eq":
      return isFact(against) ? `= ${one}` : one;
    case "lte":
      return `≤ ${one}`;
    case "gte":
      return `≥ ${one}`;
    case "between": {
      const [low, high] = against as [number, number];
      return t("policies.between", { low: valueText(term, low), high: valueText(term, high) });
    }
    case "in":
      return among(t("policies.or"));
    case "exists":
      return t(against ? "policies.isKnown" : "policies.isUnknown");
    case "has":
      return t("policies.hasAll", { what: among(t("policies.and")) });
    case "any":
      return against === true ? t("policies.anything") : t("policies.hasAny", { what: among(t("policies.or")) });
    default:
      return t("policies.hasNone", { what: among(t("policies.or")) });
  }
}

/** What a row gives, in words. */
export function outputText(terms: Terms, name: string, output: Output | undefined | null): string {
  if (isFact(output)) return t("policies.thatFact", { fact: nameOf(terms.fact(output.fact)) });
  if (isShare(output)) {
    const { of, bp, min, max } = output.share;
    const limits = [typeof min === "number" ? t("policies.atLeast", { least: moneyText(min) }) : "", typeof max === "number" ? t("policies.atMost", { most: moneyText(max) }) : ""];
    return [t("policies.shareOf", { part: percent(bp), fact: nameOf(terms.fact(of)) }), ...limits].filter(Boolean).join(t("policies.comma"));
  }
  return valueText(terms.output(name), output);
}
