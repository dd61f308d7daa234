import type { Case, CaseAction } from "@api/aftersales";
import { moneyText } from "@ui/money";

/** What a form asks for before an action can be done. */
export interface Entry {
  name: string;
  kind: "words" | "line" | "money" | "choice" | "check" | "files" | "goods" | "time" | "instrument";
  optional?: boolean;
  options?: string[];
  /** Words of the options, by prefix. */
  of?: string;
}
type Say = (key: string, facts?: Record<string, unknown>) => string;

/** What proves each reason for a refusal; the server asks for it at that moment. */
export const PROVES: Record<string, string | null> = { not_as_claimed: "item_photo", goods_used: "item_photo", already_delivered: "delivery_proof", window_over: null, statutory_exception: null, agreed_otherwise: "chat_excerpt", amount_wrong: null };
export const PROOFS = ["item_photo", "package_photo", "unboxing_video", "shipping_label_photo", "defect_video", "chat_excerpt", "delivery_proof", "weight_record", "serial_photo", "detection_report", "price_screenshot", "invoice", "authorization_letter", "refusal_proof", "inspection_photo", "carrier_statement", "refund_receipt", "competitor_page"];
const NODES = ["signed", "in_transit", "our_region", "out_for_delivery", "refused", "returned", "lost"];
export const REASONS = ["no_reason", "dislike", "no_longer_needed", "wrong_order", "size_mismatch_desc", "color_mismatch_desc", "quality_defect", "damaged_in_transit", "wrong_item", "missing_item", "missing_parts", "empty_parcel", "not_received", "late_ship", "late_delivery", "counterfeit", "expired_goods", "safety", "price_drop", "overcharge", "duplicate_order", "warranty_fault", "invoice_issue", "agreed_with_merchant"];
const PARCEL: Entry[] = [{ name: "carrier", kind: "line" }, { name: "tracking_no", kind: "line" }];

const ENTRIES: Record<string, Entry[]> = {
  refusal: [{ name: "reason", kind: "choice", of: "refusals" }, { name: "words", kind: "words" }, { name: "files", kind: "files", optional: true }],
  offer: [{ name: "cents", kind: "money" }, { name: "words", kind: "words", optional: true }],
  retention: [{ name: "kind", kind: "choice", of: "offers" }],
  revision: [{ name: "cents", kind: "money" }, { name: "text", kind: "words", optional: true }],
  escalation: [{ name: "words", kind: "words", optional: true }],
  return: PARCEL,
  replacement: PARCEL,
  receipt: [{ name: "lines", kind: "goods" }, { name: "files", kind: "files", optional: true }, { name: "note", kind: "words", optional: true }],
  "receipt-refusal": [{ name: "words", kind: "words" }, { name: "files", kind: "files" }],
  "fast-refund": [{ name: "reason", kind: "words" }],
  conversion: [{ name: "why", kind: "words" }],
  judgement: [{ name: "responsible", kind: "choice", options: ["merchant", "customer", "unclear"], of: "faults" }],
  contest: [{ name: "words", kind: "words" }],
  ruling: [{ name: "ruled_for", kind: "choice", options: ["buyer", "merchant"], of: "parties" }, { name: "cents", kind: "money" }, { name: "words", kind: "words" }, { name: "return_first", kind: "check" }],
  settlement: [{ name: "cents", kind: "money" }, { name: "words", kind: "words" }],
  evidence: [{ name: "kind", kind: "choice", options: PROOFS, of: "proofs" }, { name: "files", kind: "files", optional: true }, { name: "note", kind: "words", optional: true }],
  decline: [{ name: "counter_cents", kind: "money", optional: true }, { name: "words", kind: "words", optional: true }],
  "interception-answer": [{ name: "state", kind: "choice", options: ["succeeded", "failed", "accepted"], of: "stops" }, { name: "words", kind: "line", optional: true }],
  choice: [{ name: "choice", kind: "choice", options: ["refuse", "wait"], of: "choices" }],
  pickup: [{ name: "begins", kind: "time" }, { name: "ends", kind: "time" }, { name: "courier", kind: "line", optional: true }, { name: "address", kind: "words", optional: true }],
  payment: [{ name: "instrument_id", kind: "instrument" }],
  needs: [{ name: "wants", kind: "choice", options: ["keep", "refund", "return", "exchange", "compensation"], of: "wants" }, { name: "reason", kind: "choice", options: REASONS, of: "reasons" }, { name: "has_goods", kind: "check" }, { name: "words", kind: "words", optional: true }],
  "return-news": [{ name: "node", kind: "choice", options: NODES, of: "nodes" }],
  "replacement-news": [{ name: "node", kind: "choice", options: NODES, of: "nodes" }],
  reopening: [{ name: "reason", kind: "words" }],
  feedback: [{ name: "score", kind: "choice", options: ["5", "4", "3", "2", "1"], of: "scores" }, { name: "solved", kind: "check" }, { name: "words", kind: "words", optional: true }],
  override: [{ name: "cents", kind: "money" }, { name: "reason", kind: "words" }],
};

const RETURNS = ["return_refund", "exchange", "repair"];

/** What an approval still has to be told: a return is audited, a doubtful reason vouched for, missing proof waived with a reason. */
function approval(one: Case): Entry[] {
  const audited = Boolean(one.notes?.reasonable && one.notes.conditions_met);
  const asks = RETURNS.includes(one.kind) ? !audited : !one.reasonable;
  const vouch: Entry[] = !asks ? [] : [{ name: "reasonable", kind: "check" }, { name: "conditions_met", kind: "check" }];
  return one.missing_evidence.length ? [...vouch, { name: "override_reason", kind: "words" }] : vouch;
}

/** What did not pass the inspection may also be repaired, or go back as it is (RET-13). */
export const REMEDIES = ["amount", "repair", "send_back"];

/** `offers`: what policy has for keeping the order. */
export function entriesOf(action: string, one: Case, offers: string[] = []): Entry[] {
  if (action === "approval") return approval(one);
  const entries = ENTRIES[action] ?? [];
  if (action === "offer" && one.state === "receipt_refused" && one.kind !== "repair") return [{ name: "remedy", kind: "choice", options: REMEDIES, of: "remedies" }, ...entries.map((each) => (each.name === "cents" ? { ...each, optional: true } : each))];
  if (action === "retention") return entries.map((each) => ({ ...each, options: offers }));
  if (action !== "refusal") return entries;
  const allowed = one.decision?.outputs.refusal_reasons as string[] | undefined;
  return entries.map((each) => (each.name === "reason" ? { ...each, options: allowed?.length ? allowed : Object.keys(PROVES) } : each));
}

export type Entered = Record<string, unknown> & { file_ids: string[] };

/** The body of the request: files become proof of the kind the action asks for. */
export function bodyOf(action: CaseAction, one: Case, entered: Entered): Record<string, unknown> {
  const { file_ids, ...rest } = entered;
  const body: Record<string, unknown> = { ...rest };
  if (action.action === "approval") {
    body.cents = action.cents ?? one.requested_cents;
    if (one.mode === "mirrored") body.platform_version = one.platform_version;
  }
  if (action.action === "evidence" || action.action === "receipt") body.file_ids = file_ids;
  const proof = action.action === "refusal" ? PROVES[String(rest.reason)] : action.action === "receipt-refusal" ? "refusal_proof" : null;
  if (proof && file_ids.length) body.evidence = [{ kind: proof, file_ids }];
  if (action.action === "ruling" && rest.ruled_for === "merchant") delete body.cents;
  if (action.action === "pickup") return { pickup: { ...rest, begins: iso(rest.begins), ends: iso(rest.ends) } };
  if (action.action === "needs") return { needs: rest };
  if (action.action === "offer" && rest.remedy) return offered(body);
  if (action.action === "feedback") body.score = Number(rest.score);
  return body;
}

function offered({ remedy, ...body }: Record<string, unknown>): Record<string, unknown> {
  const cents = remedy === "send_back" ? 0 : (body.cents ?? 0);
  return { ...body, cents, ...(remedy === "repair" ? { kind: "repair" } : remedy === "send_back" ? { send_back: true } : {}) };
}

const iso = (local: unknown) => (local ? new Date(String(local)).toISOString() : undefined);

/** The button: a verb with its object, and the amount where one is meant. */
export function labelOf(action: CaseAction, one: Case, t: Say): string {
  const amount = action.cents ? moneyText(action.cents, one.currency) : "";
  if (action.action === "approval") return t(`aftersales.approve.${one.kind}`, { amount }).trim();
  return t(`aftersales.acts.${action.action}`, { amount }).trim();
}

/** Where the actions stand: what decides the case, the parcel's, the customer's own, and what is seldom wanted. */
const GROUPS = {
  parcel: ["interception", "interception-answer", "choice", "parcel-back", "receipt", "receipt-refusal", "replacement", "return-news", "replacement-news"],
  theirs: ["acceptance", "decline", "withdrawal", "revision", "escalation", "return", "pickup", "payment", "confirmation", "feedback"],
  seldom: ["needs", "evidence", "override", "reopening"],
};
/** The next step where it can be taken; one at most is the page's main button. */
const MAIN = ["approval", "receipt", "replacement", "retry", "interception-answer", "parcel-back"];

export function mainOf(actions: CaseAction[]): CaseAction | undefined {
  return MAIN.map((name) => actions.find((one) => one.action === name)).find(Boolean);
}
export function grouped(actions: CaseAction[]): Record<"ours" | keyof typeof GROUPS, CaseAction[]> {
  const main = mainOf(actions);
  const rest = actions.filter((one) => one !== main);
  const of = (name: keyof typeof GROUPS) => rest.filter((one) => GROUPS[name].includes(one.action));
  return { ours: rest.filter((one) => !Object.values(GROUPS).some((names) => names.includes(one.action))), parcel: of("parcel"), theirs: of("theirs"), seldom: of("seldom") };
}

/** The customer's message with what the form says filled in; what is still open shows as …. */
export function filledIn(message: string, words: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => words[name] || "…");
}
