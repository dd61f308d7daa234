import { locale } from "@ui/locale";
import { moneyText } from "@ui/money";
import { lengthText, momentText } from "@ui/time";
import { say } from "./say";
import type { Followed, Quote, StepAhead } from "./types";
import { AT_ZERO } from "./words";

/** 6 小时 / 6 h, 1 天 12 小时 / 1 d 12 h; whole days in words. */
export function hoursText(hours: number): string {
  if (hours < 48 || hours % 24) return lengthText(hours * 3600);
  const days = hours / 24;
  return locale.value === "zh" ? `${days} 天` : `${days} days`;
}

/** A clock as it will run: within how long, and what happens by itself then. */
export function clockText(step: StepAhead): string {
  if (!step.hours) return "";
  const zero = step.action in ZERO ? AT_ZERO(step.action as keyof typeof ZERO) : "";
  return [say("within", { span: hoursText(step.hours) }), zero].filter(Boolean).join(locale.value === "zh" ? "，" : ", ");
}
const ZERO = { approve_refund: 1, approve_application: 1, decline_offer: 1, close: 1, accept_receipt: 1, convert_to_refund: 1, complete: 1, proceed_without_evidence: 1 } as const;

export function zeroText(action: string): string {
  return action in ZERO ? AT_ZERO(action as keyof typeof ZERO) : "";
}

/** One transfer: how much, where to, and when it is there if it were agreed to now; what is sent back is checked first. */
export function wayText(way: Quote["ways"][number], currency: string, checked = false, now: number = Date.now()): string {
  const facts = { amount: moneyText(way.cents, currency), label: way.label };
  if (checked) return way.arrives_to_hours ? say("wayBack", { ...facts, span: hoursText(way.arrives_to_hours) }) : say("wayBackNow", facts);
  if (!way.arrives_to_hours) return say("wayNow", facts);
  return say("wayIn", { ...facts, span: hoursText(way.arrives_to_hours), by: momentText(new Date(now + way.arrives_to_hours * 3600_000).toISOString()) });
}

export function payerText(payer: string): string {
  if (payer === "insurance") return say("payerInsurance");
  return say(payer === "buyer" ? "payerBuyer" : "payerSeller");
}

export interface Row {
  key: string;
  label: string;
  cents: number;
  total?: boolean;
}
/** Gross, deductions, net. */
export function quoteRows(quote: Quote): Row[] {
  const goods = quote.gross_cents - quote.freight_cents;
  const rows: Row[] = quote.gross_cents ? [{ key: "goods", label: say("goods"), cents: goods }] : [];
  if (quote.freight_cents && quote.gross_cents) rows.push({ key: "freight", label: say("freight"), cents: quote.freight_cents });
  rows.push(...deductionRows(quote.deductions));
  if (quote.cents) rows.push({ key: "net", label: say("net"), cents: quote.cents, total: true });
  if (quote.due_cents) rows.push({ key: "due", label: say(quote.due_cents > 0 ? "due" : "dueBack"), cents: Math.abs(quote.due_cents), total: true });
  return rows;
}

/** What is kept back, each by its own name. */
function deductionRows(kept: Quote["deductions"]): Row[] {
  return kept.map((each) => ({ key: each.code, label: each.label[locale.value === "zh" ? "zh" : "en"], cents: -each.cents }));
}

export function caseRows(one: Followed): Row[] {
  const agreed = one.approved_cents || one.requested_cents;
  const rows: Row[] = [];
  if (one.deductions.length) rows.push({ key: "goods", label: say("goods"), cents: one.gross_cents }, ...deductionRows(one.deductions));
  if (one.requested_cents) rows.push({ key: "asked", label: say("asked"), cents: one.requested_cents });
  if (one.approved_cents && one.approved_cents !== one.requested_cents) rows.push({ key: "agreed", label: say("agreed"), cents: one.approved_cents });
  if (one.due_cents) rows.push({ key: "due", label: say(one.due_cents > 0 ? "due" : "dueBack"), cents: Math.abs(one.due_cents) });
  if (one.refunded_cents && agreed) rows.push({ key: "back", label: say("back_"), cents: one.refunded_cents, total: true });
  return rows;
}
