import type { Eligible, Kind, Line, Quote, Reason } from "./types";

/** What a shopper has answered so far; the questions and what is sent follow from it. */
export interface Answers {
  qty: Record<string, number>;
  kind: Kind | null;
  reason: Reason | null;
  variants: Record<string, string>;
  method: Method | null;
  pickup: { day: string; half: "am" | "pm"; address: string };
  cents: number | null;
  instrument: string | null;
  text: string;
  proofs: Proof[];
}
export type Method = Eligible["return_methods"][number];
export interface Proof {
  kind: string;
  file_ids: string[];
}
export type Question = "items" | "kind" | "variant" | "reason" | "amount" | "way" | "proof" | "confirm";

const BACK: Kind[] = ["return_refund", "exchange", "repair"];
const PRICE: Reason[] = ["price_drop", "overcharge"];
const LACKING: Reason[] = ["missing_item", "missing_parts", "wrong_item", "empty_parcel", "not_received"];
/** Reasons that are no choice of the shopper's: they come about in talk, or are about money alone. */
const ELSEWHERE: Reason[] = ["agreed_with_merchant", "invoice_issue", ...PRICE];

export const freeLines = (order: Eligible): Line[] => order.lines.filter((line) => line.free > 0);

/** What forms begin with: the address when it was told in the clear. */
export const receiverOf = (order: Eligible) => (order.receiver && !order.receiver.masked ? order.receiver : null);

/** Everything known is filled in: what is the only choice is chosen already. */
export function begun(order: Eligible): Answers {
  const free = freeLines(order);
  const only = free.length === 1 ? free[0]! : null;
  const home = receiverOf(order);
  return {
    qty: only ? { [only.order_line_id]: only.free } : {},
    kind: order.kinds.length === 1 ? order.kinds[0]! : null,
    reason: null,
    variants: {},
    method: order.return_methods.length === 1 ? order.return_methods[0]! : null,
    pickup: { day: "", half: "am", address: [home?.name, home?.phone, home?.address].filter(Boolean).join(" ") },
    cents: null,
    instrument: null,
    text: "",
    proofs: [],
  };
}

/** One question a screen; those with one possible answer are not asked. */
export function questions(order: Eligible, answers: Answers, quote: Quote | null): Question[] {
  const free = freeLines(order);
  const asked: Question[] = [];
  if (free.length > 1 || (free[0]?.free ?? 0) > 1) asked.push("items");
  if (order.kinds.length > 1) asked.push("kind");
  asked.push("reason");
  // Whose fault it is decides whether a difference is paid at all.
  if (answers.kind === "exchange") asked.push("variant");
  if (answers.kind === "price_adjust") asked.push("amount");
  if (answers.kind && BACK.includes(answers.kind)) asked.push("way");
  if (quote?.missing_evidence.length || answers.proofs.length) asked.push("proof");
  return [...asked, "confirm"];
}

export function reasonsFor(order: Eligible, kind: Kind | null): Eligible["reasons"] {
  if (kind === "price_adjust") return order.reasons.filter((each) => PRICE.includes(each.reason));
  if (kind === "reship") return order.reasons.filter((each) => LACKING.includes(each.reason));
  if (kind === "repair") return order.reasons.filter((each) => each.quality);
  return order.reasons.filter((each) => !ELSEWHERE.includes(each.reason));
}

export const chosenLines = (order: Eligible, answers: Answers): Line[] => order.lines.filter((line) => (answers.qty[line.order_line_id] ?? 0) > 0);

export function answered(question: Question, order: Eligible, answers: Answers, quote: Quote | null): boolean {
  const lines = chosenLines(order, answers);
  if (question === "items") return lines.length > 0;
  if (question === "kind") return answers.kind !== null;
  if (question === "variant") return lines.every((line) => answers.variants[line.order_line_id]);
  if (question === "reason") return answers.reason !== null;
  if (question === "amount") return (answers.cents ?? 0) > 0;
  if (question === "way") return answers.method !== null && (answers.method !== "pick_up" || Boolean(answers.pickup.day && answers.pickup.address.trim()));
  if (question === "proof") return !quote?.missing_evidence.length;
  return quote !== null && !quote.missing_evidence.length;
}

/** The hours of a half day on which a courier may come, as moments. */
export function windowOf(day: string, half: "am" | "pm"): { begins: string; ends: string } {
  const [from, to] = half === "am" ? ["09:00", "13:00"] : ["13:00", "18:00"];
  return { begins: new Date(`${day}T${from}:00`).toISOString(), ends: new Date(`${day}T${to}:00`).toISOString() };
}

/** The body of a quote and of the application; with `seen` exactly that amount is asked for. */
export function bodyOf(order: Eligible, answers: Answers, seen: Quote | null = null): Record<string, unknown> {
  const body: Record<string, unknown> = {
    kind: answers.kind,
    reason: answers.reason ?? "no_reason",
    lines: chosenLines(order, answers).map((line) => ({
      order_line_id: line.order_line_id,
      qty: answers.qty[line.order_line_id],
      ...(answers.kind === "exchange" ? { sku_id: answers.variants[line.order_line_id] ?? null } : {}),
    })),
    evidence: answers.proofs.filter((each) => each.file_ids.length),
  };
  if (answers.text.trim()) body.text = answers.text.trim();
  if (answers.instrument) body.instrument_id = answers.instrument;
  if (answers.kind && BACK.includes(answers.kind) && answers.method) body.return_method = answers.method;
  if (answers.method === "pick_up" && answers.pickup.day && body.return_method) body.pickup = { ...windowOf(answers.pickup.day, answers.pickup.half), address: answers.pickup.address.trim() };
  const cents = answers.cents ?? (seen && seen.cents > 0 ? seen.cents : null);
  if (cents !== null) Object.assign(body, { cents, currency: order.currency });
  return body;
}
