import type { Case, CaseAction, CaseBrief, QueueCount } from "@api/aftersales";
import { expect, test } from "vitest";
import { bodyOf, entriesOf, filledIn, grouped, labelOf, mainOf } from "@desk/aftersales/acts";
import { countOf, filtersOf, mayBeSafe, nextKey, tabOf } from "@desk/aftersales/queues";
import { fitted } from "@desk/aftersales/warehouse";
import { t } from "@desk/i18n";
import { homeOf } from "@desk/shell/pages";
import { centsOf } from "@ui/money";

const brief = (more: Partial<CaseBrief> = {}) => ({ kind: "refund_only", phase: "pre_ship", state: "awaiting_merchant", mode: "authoritative", asked_by: null, ...more }) as CaseBrief;
const whole = (more: Partial<Case> = {}) => ({ ...brief(), currency: "CNY", requested_cents: 4900, reasonable: true, missing_evidence: [], decision: null, ...more }) as Case;
const action = (name: string, cents: number | null = null) => ({ action: name, path: `/api/cases/c1/${name}`, leads_to: [], cents, consequence: {} }) as CaseAction;

test("queues are counted one by one, and what is late over all of them", () => {
  const counts = [{ queue: "unshipped", count: 4, overdue: 1 }, { queue: "returns", count: 2, overdue: 2 }] as QueueCount[];
  expect(countOf("unshipped", counts)).toEqual({ count: 4, late: 1 });
  expect(countOf("disputes", counts)).toEqual({ count: 0, late: 0 });
  expect(countOf("overdue", counts)).toEqual({ count: 3, late: 3 });
  expect(countOf("second", counts, 2)).toEqual({ count: 2, late: 0 });
  expect(filtersOf("overdue")).toEqual({ overdue: true });
  expect(filtersOf("second")).toEqual({ second: true });
  expect(tabOf("nonsense")).toBe("unshipped");
});

test("only refunds of what has not left, that nobody else has to approve, are offered together", () => {
  expect(mayBeSafe(brief())).toBe(true);
  for (const more of [{ kind: "return_refund" }, { phase: "shipped" }, { mode: "mirrored" }, { asked_by: "a1" }, { state: "refund_failed" }]) expect(mayBeSafe(brief(more as Partial<CaseBrief>))).toBe(false);
  expect(nextKey(brief({ asked_by: "a1" }))).toBe("second");
});

test("an approval sends the amount that was shown, and asks what policy leaves open", () => {
  expect(bodyOf(action("approval", 4900), whole(), { file_ids: [] })).toEqual({ cents: 4900 });
  expect(labelOf(action("approval", 4900), whole(), t)).toBe("同意退款 ¥49.00");
  expect(entriesOf("approval", whole())).toEqual([]);
  expect(entriesOf("approval", whole({ kind: "return_refund" })).map((one) => one.name)).toEqual(["reasonable", "conditions_met"]);
  expect(entriesOf("approval", whole({ kind: "return_refund", notes: { reasonable: true, conditions_met: true } }))).toEqual([]);
  expect(entriesOf("approval", whole({ reasonable: false, missing_evidence: ["item_photo"] })).map((one) => one.name)).toEqual(["reasonable", "conditions_met", "override_reason"]);
});

test("a refusal carries the proof its reason asks for", () => {
  const entered = { reason: "already_delivered", words: "已签收", file_ids: ["f1"] };
  expect(bodyOf(action("refusal"), whole(), entered)).toEqual({ reason: "already_delivered", words: "已签收", evidence: [{ kind: "delivery_proof", file_ids: ["f1"] }] });
});

test("amounts are read as typed, and what is no amount is not sent", () => {
  expect([centsOf("12"), centsOf("12.5"), centsOf("¥1,234.56"), centsOf("-1"), centsOf("1.234"), centsOf("")]).toEqual([1200, 1250, 123456, null, null, null]);
});

test("one action stands out, the parcel's, the customer's and the exceptions stand apart", () => {
  const actions = ["approval", "refusal", "interception", "withdrawal", "override", "evidence"].map((name) => action(name));
  expect(mainOf(actions)?.action).toBe("approval");
  const groups = grouped(actions);
  expect([groups.ours, groups.parcel, groups.theirs, groups.seldom].map((list) => list.map((one) => one.action))).toEqual([["refusal"], ["interception"], ["withdrawal"], ["override", "evidence"]]);
});

test("what a form asks for becomes the body its action wants", () => {
  const noted = { wants: "refund", reason: "dislike", has_goods: true, words: "", file_ids: [] };
  expect(bodyOf(action("needs"), whole(), noted)).toEqual({ needs: { wants: "refund", reason: "dislike", has_goods: true, words: "" } });
  expect(bodyOf(action("feedback"), whole(), { score: "4", solved: true, words: "", file_ids: [] })).toMatchObject({ score: 4, solved: true });
  const window = bodyOf(action("pickup"), whole(), { begins: "2026-11-29T14:00", ends: "", courier: "", address: "", file_ids: [] }).pickup as Record<string, unknown>;
  expect([window.begins, window.ends]).toEqual([new Date("2026-11-29T14:00").toISOString(), undefined]);
});

test("the customer's message reads as it will be sent, what is still open as …", () => {
  expect(filledIn("原因：{why}。{words}请在 {until} 前", { why: "已妥投", words: "" })).toBe("原因：已妥投。…请在 … 前");
});

test("a finding fits together: no more good than came, no more for sale than good", () => {
  expect(fitted({ order_line_id: "l", received: 3, accepted: 3, restock: 3, result: "damaged" }, 3).result).toBe("ok");
  expect(fitted({ order_line_id: "l", received: 1, accepted: 2, restock: 2, result: "ok" }, 3)).toMatchObject({ received: 1, accepted: 1, restock: 1, result: "missing" });
});

test("everybody lands on a page they may enter", () => {
  const home = (...rights: string[]) => homeOf((right) => rights.includes(right)).name;
  expect([home("conversations:read", "conversations:reply", "aftersales:receive"), home("aftersales:receive", "orders:read"), home("shipping:answer", "conversations:read"), home("aftersales:read"), home("tasks:read"), home()]).toEqual(["inbox", "warehouse", "shipping", "aftersales", "tasks", "settings"]);
});
