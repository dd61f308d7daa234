import { chooseLocale } from "@ui/locale";
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, expect, test } from "vitest";
import { computed, reactive, ref } from "vue";
import { Refusal } from "../../shopper/api";
import AskReason from "../../shopper/aftersales/AskReason.vue";
import AskVariant from "../../shopper/aftersales/AskVariant.vue";
import { begun as amending, bodyOf as amendment, complete, difference } from "../../shopper/aftersales/amendment";
import { makeKeys } from "@ui/once";
import { answered, begun, bodyOf, chosenLines, questions, reasonsFor, windowOf } from "../../shopper/aftersales/request";
import { marksOf } from "../../shopper/aftersales/steps";
import { clockText, quoteRows, wayText } from "../../shopper/aftersales/texts";
import type { Eligible, Followed, Quote } from "../../shopper/aftersales/types";
import type { Request } from "../../shopper/aftersales/useRequest";
import { placeOf } from "../../shopper/place";

const line = (id: string, free = 1, more: Partial<Eligible["lines"][number]> = {}) => ({ order_line_id: id, sku_id: "sku-1", title: "茶杯", spec: "白", quantity: free, paid_cents: 3000 * free, free, left_cents: 3000 * free, image_url: null, variants: [], ...more });
const reason = (name: string, liability: string, quality = false) => ({ reason: name as "no_reason", liability, quality });
const order = (more: Partial<Eligible> = {}): Eligible => ({ order_id: "o", order_no: "2611", phase: "delivered", currency: "CNY", paid_cents: 9000, freight_cents: 0, kinds: ["return_refund", "exchange", "refund_only"], nothing: null, reasons: [reason("no_reason", "buyer"), reason("quality_defect", "seller", true), reason("missing_item", "seller"), reason("price_drop", "seller")], lines: [line("a", 2), line("b")], instruments: [{ id: "i", kind: "wallet", label: "微信支付", balance_cents: null, original: true }], receiver: { name: "沈", phone: "13812345678", address: "杭州 1 号", masked: false }, can_amend: true, return_methods: ["self_ship", "pick_up"], amendments: [], cases: [], ...more });
const quote = (more: Partial<Quote> = {}): Quote => ({ kind: "return_refund", phase: "delivered", decision: "approve", row: "B8", code: null, currency: "CNY", cents: 9800, max_cents: 9800, gross_cents: 9800, freight_cents: 800, deductions: [], points: 0, due_cents: 0, freight_payer: "buyer", must_return: true, reasonable: true, missing_evidence: [], standards: [], steps: [], lines: [], ways: [], ...more });
afterEach(() => chooseLocale("zh"));

test("[RET-6] what has one answer is not asked, and what is known is filled in", () => {
  const one = order({ lines: [line("a")], kinds: ["refund_only"] });
  const known = begun(one);
  expect(known.qty).toEqual({ a: 1 });
  expect(known.kind).toBe("refund_only");
  expect(known.pickup.address).toBe("沈 13812345678 杭州 1 号");
  expect(questions(one, known, null)).toEqual(["reason", "confirm"]);
  expect(questions(order(), begun(order()), null)).toEqual(["items", "kind", "reason", "confirm"]);
});

test("[RET-6] [RET-8] the questions follow the answers: variant, way back, proof only where they matter", () => {
  const answers = { ...begun(order()), kind: "exchange" as const };
  expect(questions(order(), answers, null)).toEqual(["items", "kind", "reason", "variant", "way", "confirm"]);
  answers.kind = "return_refund" as never;
  const asked = questions(order(), answers, quote({ missing_evidence: ["item_photo"] }));
  expect(asked).toEqual(["items", "kind", "reason", "way", "proof", "confirm"]);
  expect(answered("way", order(), { ...answers, method: null }, null)).toBe(false);
  expect(answered("way", order(), { ...answers, method: "self_ship" }, null)).toBe(true);
  expect(answered("way", order(), { ...answers, method: "pick_up", pickup: { day: "", half: "am", address: "杭州" } }, null)).toBe(false);
  expect(answered("confirm", order(), answers, quote({ missing_evidence: ["item_photo"] }))).toBe(false);
});

test("what is sent names exactly the amount that was seen", () => {
  const answers = { ...begun(order()), qty: { a: 2 }, kind: "return_refund" as const, reason: "no_reason" as const, method: "pick_up" as const };
  answers.pickup = { day: "2026-12-01", half: "am", address: " 杭州 1 号 " };
  const body = bodyOf(order(), answers, quote());
  expect(body).toMatchObject({ kind: "return_refund", reason: "no_reason", cents: 9800, currency: "CNY", return_method: "pick_up", lines: [{ order_line_id: "a", qty: 2 }] });
  expect(body.pickup).toEqual({ ...windowOf("2026-12-01", "am"), address: "杭州 1 号" });
  expect(bodyOf(order(), answers)).not.toHaveProperty("cents");
});

test("[RET-6] an exchange tells what it comes to when all is chosen, as the reason has it", async () => {
  const swap = line("a", 1, { variants: [{ sku_id: "big", spec: "大", price_cents: 4200, available: true }] });
  const one = order({ lines: [swap] });
  const answers = reactive({ ...begun(one), kind: "exchange" as const, reason: "wrong_item" as const });
  const found = ref<Quote | null>(null);
  const refusal = ref<Refusal | null>(null);
  const said: (string | null)[] = [];
  let due = 0;
  const weigh = () => {
    said.push(answers.instrument);
    refusal.value = due > 0 && !answers.instrument ? new Refusal(409, "InstrumentNeeded", "请选择支付方式。") : null;
    found.value = refusal.value ? found.value : quote({ kind: "exchange", due_cents: due });
    return Promise.resolve(!refusal.value);
  };
  const page = mount(AskVariant, { props: { request: { order: one, answers, lines: computed(() => chosenLines(one, answers)), quote: found, refusal, weigh } as unknown as Request } });
  expect(page.text()).toContain("¥42.00");
  expect(page.text()).not.toContain("差价");
  answers.variants.a = "big";
  await flushPromises();
  expect(page.text()).toContain("这次换货不补差价");
  expect(said).toEqual([null]);
  due = 1200;
  answers.variants = { a: "big", b: "" };
  await flushPromises();
  expect(page.text()).toContain("这次换货需补 ¥12.00");
  expect(said).toEqual([null, null, "i"]);
});

test("[KP4-4] who picks a fault is told truthfully that a return needs none", () => {
  const one = order();
  const answers = { ...begun(one), kind: "return_refund" as const };
  const page = mount(AskReason, { props: { request: { order: one, answers } as unknown as Request } });
  expect(page.text()).toContain("请按实际情况选择");
  expect(page.text()).not.toContain("签收 7 天内同样可以退");
  const told = mount(AskReason, { props: { request: { order: one, answers: { ...answers, reason: "quality_defect" } } as unknown as Request } });
  expect(told.text()).toContain("请选“七天无理由”，签收 7 天内同样可以退");
});

test("each way of handling has its own reasons", () => {
  expect(reasonsFor(order(), "price_adjust").map((each) => each.reason)).toEqual(["price_drop"]);
  expect(reasonsFor(order(), "reship").map((each) => each.reason)).toEqual(["missing_item"]);
  expect(reasonsFor(order(), "repair").map((each) => each.reason)).toEqual(["quality_defect"]);
  expect(reasonsFor(order(), "return_refund").map((each) => each.reason)).not.toContain("price_drop");
});

test("[RET-5] gross, deductions and net add up, with where it goes and when", () => {
  const rows = quoteRows(quote({ deductions: [{ code: "gift_kept", cents: 500, label: { zh: "未退回的赠品", en: "Gift that was kept" } }], cents: 9300 }));
  expect(rows.map((row) => row.cents)).toEqual([9000, 800, -500, 9300]);
  expect(rows[2]?.label).toBe("未退回的赠品");
  const now = Date.parse("2026-11-29T02:00:00Z");
  expect(wayText({ label: "微信支付", kind: "wallet", cents: 9300, arrives_from_hours: 0, arrives_to_hours: 2 }, "CNY", false, now)).toContain("¥93.00 退到微信支付，同意后 2 小时内到账");
  expect(wayText({ label: "礼品卡", kind: "gift_card", cents: 100, arrives_from_hours: 0, arrives_to_hours: 0 }, "CNY", false, now)).toBe("¥1.00 退到礼品卡，同意后立即到账");
  expect(wayText({ label: "微信支付", kind: "wallet", cents: 9300, arrives_from_hours: 0, arrives_to_hours: 2 }, "CNY", true, now)).toBe("¥93.00 退到微信支付，商家验收后 2 小时内到账");
});

test("[RET-5] a step says within how long, and what happens by itself", () => {
  expect(clockText({ state: "awaiting_merchant", hours: 48, silent: "merchant", action: "approve_application" })).toBe("2 天内，超时自动同意");
  expect(clockText({ state: "awaiting_buyer_return", hours: 168, silent: "buyer", action: "close" })).toBe("7 天内，超时自动关闭");
  expect(clockText({ state: "completed", hours: 0, silent: "", action: "" })).toBe("");
});

test("[RET-15] done, now and ahead stand in one line of steps", () => {
  const step = (command: string, after: string) => ({ command, after: after as "closed", mine: false, at: "2026-11-28T02:00:00Z" });
  const one = { state: "awaiting_buyer_return", ended_at: null, timeline: [step("open", "awaiting_merchant"), step("note", "awaiting_merchant"), step("approve", "awaiting_buyer_return")], ahead: [{ state: "awaiting_merchant_receipt", hours: 240, silent: "merchant", action: "accept_receipt" }] } as unknown as Followed;
  expect(marksOf(one).map((mark) => [mark.when, mark.text])).toEqual([["done", "提交申请"], ["done", "商家同意"], ["now", "请寄回商品"], ["ahead", "商家收货验收"]]);
  expect(marksOf({ ...one, ended_at: "2026-11-29T02:00:00Z" }).map((mark) => mark.when)).toEqual(["done", "done"]);
});

test("the same content has the same key until it was answered", () => {
  const keys = makeKeys();
  const first = keys.keyFor({ a: 1 });
  expect(keys.keyFor({ a: 1 })).toBe(first);
  expect(keys.keyFor({ a: 2 })).not.toBe(first);
  const second = keys.keyFor({ a: 2 });
  keys.answered();
  expect(keys.keyFor({ a: 2 })).not.toBe(second);
});

test("an order is changed only where something differs", () => {
  const big = { sku_id: "big", spec: "大", price_cents: 4200, available: true };
  const own = { sku_id: "sku-1", spec: "白", price_cents: 3000, available: true };
  const one = order({ lines: [line("a", 2, { variants: [own, big] })] });
  const now = amending(one);
  expect(complete(one, now)).toBe(false);
  expect(complete(one, { ...now, address: "上海 2 号" })).toBe(true);
  const swap = { ...now, kind: "swap_items" as const, swaps: { a: "big" } };
  expect(difference(one, swap)).toBe(2400);
  expect(amendment(one, swap)).toEqual({ kind: "swap_items", swaps: [{ order_line_id: "a", sku_id: "big" }], instrument_id: "i" });
});

test("an address leads to a case; anything else is the talk", () => {
  const id = "0190f3a2-0000-7000-8000-000000000001";
  expect(placeOf(`#aftersales/case/${id}`)).toEqual({ view: "case", id });
  expect(placeOf("#aftersales")).toEqual({ view: "home" });
  expect(placeOf("#aftersales/case/1")).toBeNull();
  expect(placeOf("")).toBeNull();
});

test("a masked address begins no form: what is left empty stays as it was", () => {
  const masked = order({ receiver: { name: "沈*", phone: "138****5678", address: "浙江省杭州市***", masked: true } });
  const now = amending(masked);
  expect([now.name, now.phone, now.address, begun(masked).pickup.address]).toEqual(["", "", "", ""]);
  expect(complete(masked, now)).toBe(false);
  expect(complete(masked, { ...now, address: "杭州市龙井路 2 号" })).toBe(true);
});
