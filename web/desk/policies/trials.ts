import type { Content, Term, Test, Trial } from "@api/policies";
import { numberOf } from "./cells";
import { factsRead } from "./rows";
import type { Terms } from "./terms";

/** A case while it is entered: texts as typed, chosen lists; what is missing is unknown. */
export type CaseForm = Record<string, string | string[] | undefined>;

export interface CaseRead {
  facts: Record<string, unknown>;
  problems: Record<string, string>;
}

export function caseOf(terms: Terms, content: Content, form: CaseForm): CaseRead {
  const read: CaseRead = { facts: {}, problems: {} };
  for (const name of factsRead(content)) {
    const entered = form[name];
    if (entered === undefined || entered === "") continue;
    const term = terms.fact(name);
    if (Array.isArray(entered)) read.facts[name] = entered;
    else if (term.type === "bool") read.facts[name] = entered === "true";
    else if (term.type === "int" || term.type === "cents") {
      const number = numberOf(term, entered);
      if (number.problem !== undefined) read.problems[name] = number.problem;
      else read.facts[name] = number.value;
    } else if (entered.trim()) read.facts[name] = entered.trim();
  }
  return read;
}

/** A stored case as the form shows it. */
export function formOfCase(terms: Terms, facts: Record<string, unknown>): CaseForm {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, entry(terms.fact(name), value)]));
}

function entry(term: Term, value: unknown): string | string[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(String);
  return term.type === "cents" && typeof value === "number" ? (value / 100).toFixed(2) : String(value);
}

/** What the version said, as a test that holds it to that. */
export function testOf(name: string, facts: Record<string, unknown>, said: Trial): Test {
  if (said.outcome === "need_fact") return { name, facts, needs: said.needs };
  return { name, facts, row: said.row ?? "default", outputs: said.outputs };
}
