import type { Case, CaseAction } from "@api/aftersales";
import { moneyText } from "@ui/money";

/** What a form asks for before an action can be done. */
export interface Entry {
  name: string;
  kind: "words" | "line" | "money" | "choice" | "check" | "files" | "goods";
  optional?: boolean;
  options?: string[];
  /** Words of the options, by prefix. */
  of?: string;
}
type Say = (key: string, facts?: Record<string, unknown>) => string;

/** What proves each reason for a refusal; the server asks for it at that moment. */
export const PROVES: Record<string, string | null> = { not_as_claimed: "item_photo", goods_used: "item_photo", already_delivered: "delivery_proof", window_over: null, statutory_exception: null, agreed_otherwise: "chat_excerpt", amount_wrong: null };
export const PROOFS = ["item_photo", "package_photo", "unboxing_video", "shipping_label_photo", "defect_video", "chat_excerpt", "delivery_proof", "weight_record", "serial_photo", "detection_report", "price_screenshot", "invoice", "authorization_letter", "refusal_proof", "inspection_photo", "carrier_statement", "refund_receipt", "competitor_page"];
const PARCEL: Entry[] = [{ name: "carrier", kind: "line" }, { name: "tracking_no", kind: "line" }];

const ENTRIES: Record<string, Entry[]> = {
  refusal: [{ name: "reason", kind: "choice", of: "refusals" }, { name: "words", kind: "words" }, { name: "files", kind: "files", optional: true }],
  offer: [{ name: "cents", kind: "money" }, { name: "words", kind: "words", optional: true }],
  retention: [{ name: "kind", kind: "choice", options: ["coupon", "gift", "partial_refund"], of: "offers" }],
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
  override: [{ name: "cents", kind: "money" }, { name: "reason", kind: "words" }],
};

/** What an approval still has to be told: a doubtful reason is vouched for, missing proof is waived with a reason. */
function approval(one: Case): Entry[] {
  const vouch: Entry[] = one.reasonable ? [] : [{ name: "reasonable", kind: "check" }, { name: "conditions_met", kind: "check" }];
  return one.missing_evidence.length ? [...vouch, { name: "override_reason", kind: "words" }] : vouch;
}

export function entriesOf(action: string, one: Case): Entry[] {
  if (action === "approval") return approval(one);
  const entries = ENTRIES[action] ?? [];
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
  return body;
}

/** The button: a verb with its object, and the amount where one is meant. */
export function labelOf(action: CaseAction, one: Case, t: Say): string {
  const amount = action.cents ? moneyText(action.cents, one.currency) : "";
  if (action.action === "approval") return t(`aftersales.approve.${one.kind}`, { amount }).trim();
  return t(`aftersales.acts.${action.action}`, { amount }).trim();
}

/** Done in the customer's name. */
const THEIRS = new Set(["acceptance", "decline", "withdrawal", "revision", "escalation", "return", "confirmation"]);
/** Always possible, and seldom what is wanted. */
const SELDOM = new Set(["override", "evidence"]);
const MAIN = new Set(["approval", "receipt", "retry", "replacement"]);

export const isMain = (name: string): boolean => MAIN.has(name);
export function grouped(actions: CaseAction[]): { ours: CaseAction[]; theirs: CaseAction[]; seldom: CaseAction[] } {
  return {
    ours: actions.filter((one) => !THEIRS.has(one.action) && !SELDOM.has(one.action)),
    theirs: actions.filter((one) => THEIRS.has(one.action)),
    seldom: actions.filter((one) => SELDOM.has(one.action)),
  };
}

/** ¥ as typed (12, 12.5, 12.50) to cents; null where it is no amount. */
export function centsOf(text: string): number | null {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[¥,\s]/g, ""));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0") || 0) : null;
}
