import type { Call, Clause, Direction, Matter, Shown } from "@api/calls";
import { locale } from "@ui/locale";

export const PARTS: Shown[] = ["all", "now", "missed", "callbacks", "unwritten"];
export const MATTERS: Matter[] = ["consultation", "order", "aftersales", "complaint", "other"];
export const DIRECTIONS: Direction[] = ["inbound", "outbound"];

/** Calls that ring and are nobody's, or mine: what pops up, the longest ringing first. */
export function ringing(calls: Call[], me: string): Call[] {
  return calls.filter((one) => one.state === "ringing" && one.direction === "inbound" && (!one.agent || one.agent.id === me)).reverse();
}

/** The clauses that hold every part of what is typed, in either language. */
export function clausesWith(clauses: Clause[], typed: string): Clause[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return parts.length ? clauses.filter((one) => parts.every((part) => `${one.zh} ${one.en}`.toLowerCase().includes(part))) : [];
}

export const clauseText = (one: Clause): string => (locale.value === "en" ? one.en : one.zh);
