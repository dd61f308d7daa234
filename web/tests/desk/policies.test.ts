import type { Content, Term } from "@api/policies";
import { chooseLocale } from "@ui/locale";
import { afterEach, describe, expect, test } from "vitest";
import { speak } from "@desk/i18n";
import { cellOf, formOf, numberOf, outputForm, outputOf } from "@desk/policies/cells";
import { compare, unchanged } from "@desk/policies/differences";
import { decisions, flows, movements, progress } from "@desk/policies/replays";
import { allRows, factsRead, freshId, placeOf, withCell } from "@desk/policies/rows";
import { Terms, cellText, decisionText, outputText, valueText } from "@desk/policies/terms";
import { toldEdit } from "@desk/policies/told";
import { caseOf, formOfCase, testOf } from "@desk/policies/trials";

const term = (name: string, type: string, zh: string, en: string, values: string[] = []): Term => ({ name, type, zh, en, values });
const terms = new Terms({
  facts: [
    term("case.kind", "choice", "售后类型", "kind of case", ["refund_only", "return_refund", "exchange"]),
    term("case.days_since_delivery", "int", "签收后天数", "days since delivery"),
    term("case.requested_cents", "cents", "申请金额", "amount asked for"),
    term("case.refundable_cents", "cents", "可退金额", "amount that can be refunded"),
    term("line.flags", "list", "商品标记", "marks of the goods", ["custom_made", "perishable"]),
    term("store.insured", "bool", "有运费险", "insured"),
    term("customer.rate_bp", "int", "退款率", "refund rate"),
  ],
  outputs: [term("decision", "choice", "决定", "decision", ["refuse", "approve"]), term("compensation_cents", "cents", "赔付金额", "compensation"), term("window_days", "int", "期限", "window")],
});
const table = (rows: Content["rows"], more: Partial<Content> = {}): Content => ({ table: "returns", title: { zh: "政策", en: "Policy" }, facts: ["case.kind", "case.days_since_delivery"], outputs: ["decision", "window_days"], rows, default: { then: { decision: "refuse" }, clause: "1" }, clauses: [], tests: [], ...more });
const A = { id: "A1", when: { "case.kind": { eq: "exchange" } }, then: { decision: "approve" }, clause: "1" };
const B = { id: "A2", when: { "case.days_since_delivery": { lte: 7 } }, then: { decision: "approve" }, clause: "1" };
const C = { id: "A3", when: {}, then: { decision: "refuse" }, clause: "2" };

afterEach(() => (speak("zh"), chooseLocale("zh")));

describe("a table in words", () => {
  test.each([
    ["case.kind", { eq: "exchange" }, "换货", "exchange"],
    ["case.kind", { in: ["refund_only", "exchange"] }, "仅退款 或 换货", "refund only or exchange"],
    ["case.days_since_delivery", { lte: 7 }, "≤ 7 天", "≤ 7 days"],
    ["case.days_since_delivery", { between: [1, 15] }, "1 天 至 15 天", "1 day to 15 days"],
    ["case.requested_cents", { gte: 120000 }, "≥ ¥1,200.00", "≥ ¥1,200.00"],
    ["case.requested_cents", { lte: { fact: "case.refundable_cents" } }, "≤ “可退金额”的值", "≤ the value of “amount that can be refunded”"],
    ["line.flags", { lacks: ["custom_made", "perishable"] }, "不含 定制商品 或 鲜活易腐", "Without made to order or perishable"],
    ["store.insured", { eq: true }, "是", "Yes"],
    ["store.insured", { exists: false }, "未知", "Is unknown"],
    ["customer.rate_bp", { lte: 1250 }, "≤ 12.5%", "≤ 12.5%"],
  ] as const)("%s %o", (fact, cell, zh, en) => {
    expect(cellText(terms, fact, cell as never)).toBe(zh);
    speak("en");
    expect(cellText(terms, fact, cell as never)).toBe(en);
  });

  test("outputs: a value, another fact, a share with its limits; unknown is never a blank", () => {
    expect(outputText(terms, "decision", "approve")).toBe("同意");
    expect(outputText(terms, "compensation_cents", { share: { of: "case.requested_cents", bp: 1000, min: 500, max: 10000 } })).toBe("“申请金额”的 10%、至少 ¥5.00、至多 ¥100.00");
    expect(valueText(terms.fact("case.kind"), null)).toBe("未知");
    expect(decisionText("approve/auto")).toBe("同意 · 自动执行");
    expect(decisionText("approve/none")).toBe("同意");
  });
});

describe("a cell is written as it is typed, and says what is wrong", () => {
  test.each(Object.entries({ "case.kind": { in: ["refund_only"] }, "case.days_since_delivery": { between: [1, 7] }, "case.requested_cents": { lte: 128050 }, "line.flags": { has: ["perishable"] }, "store.insured": { eq: false } }))("%s comes back as it was", (name, cell) => {
    expect(cellOf(terms.fact(name), formOf(terms.fact(name), cell as never)).value).toEqual(cell);
  });

  test("money is typed in yuan, also full-width, and kept in cents", () => {
    const cents = terms.fact("case.requested_cents");
    expect(numberOf(cents, "１，２８０．５").value).toBe(128050);
    expect(numberOf(cents, "12.345").problem).toBe("请填金额，例如 128.00。");
    expect(numberOf(terms.fact("case.days_since_delivery"), "7.5").problem).toBe("请填整数，例如 7。");
  });

  test("bounds the wrong way round, nothing chosen and empty shares are told at the cell", () => {
    const days = terms.fact("case.days_since_delivery");
    expect(cellOf(days, { ...formOf(days, { between: [1, 7] }), text: "9" }).problem).toBe("下限大于上限。");
    expect(cellOf(terms.fact("case.kind"), { ...formOf(terms.fact("case.kind"), undefined), op: "in" }).problem).toBe("请至少选一项。");
    const output = terms.output("compensation_cents");
    expect(outputOf(output, { ...outputForm(output, undefined), op: "share", fact: "case.requested_cents" }).problem).toBe("请填百分比，例如 10。");
    expect(cellOf(days, formOf(days, undefined))).toEqual({ value: undefined });
  });

  test("rows: a cell is emptied, a new id follows the row above, a refusal finds its cell", () => {
    expect(withCell(B, "when", "case.days_since_delivery", undefined).when).toEqual({});
    expect(freshId([A, B, C], "A1")).toBe("A4");
    expect(placeOf(table([A, B]), "rows[1].when.case.days_since_delivery")).toEqual({ row: "A2", kind: "when", name: "case.days_since_delivery" });
    expect(placeOf(table([A]), "default.then.window_days")).toMatchObject({ row: "default", name: "window_days" });
    expect(placeOf(table([A]), "clauses[0]")).toBeNull();
    expect(allRows(table([A])).at(-1)?.id).toBe("default");
  });
});

describe("what differs from the version in force", () => {
  test("one changed cell, one row added, one removed, one moved", () => {
    const found = compare(table([A, B, C]), table([C, A, { ...B, when: { "case.days_since_delivery": { lte: 15 } } }, { ...A, id: "A9" }]));
    expect(found.rows.map((one) => [one.row, one.how])).toEqual([["A3", "moved"], ["A2", "changed"], ["A9", "added"]]);
    expect(found.rows[1]?.cells).toEqual([{ kind: "when", name: "case.days_since_delivery", before: { lte: 7 }, after: { lte: 15 } }]);
    expect(compare(table([A, B]), table([A])).rows).toMatchObject([{ row: "A2", how: "removed" }]);
  });

  test("the order of keys is no difference; clauses, columns and other parts are", () => {
    expect(unchanged(compare(table([A]), table([{ clause: "1", then: A.then, when: A.when, id: "A1" }])))).toBe(true);
    const found = compare(table([A]), table([A], { facts: ["case.kind"], clauses: [{ id: "1", zh: "一", en: "One" }], public: true }));
    expect(found).toMatchObject({ rows: [], columns: [{ name: "case.days_since_delivery", how: "removed" }], clauses: [{ id: "1", how: "added" }], parts: ["public"] });
  });

  test("an edit tells who changed which cell, before and after", () => {
    const edit = { revision: 2, what: "row A2", before: B, after: { ...B, when: { "case.days_since_delivery": { lte: 15 } } }, actor_id: null, actor_name: "周掌柜", at: "" };
    expect(toldEdit(terms, edit)).toEqual({ what: "行 A2", how: "已修改", cells: [{ name: "签收后天数", before: "≤ 7 天", after: "≤ 15 天" }] });
    expect(toldEdit(terms, { ...edit, after: B }).how).toBe("移动");
  });
});

describe("a case to try", () => {
  const referring = table([{ ...A, when: { "case.requested_cents": { lte: { fact: "case.refundable_cents" } } } }], { facts: ["case.kind", "line.flags", "case.requested_cents"] });
  test("asks for the columns and for facts that cells refer to; what is left alone is unknown", () => {
    expect(factsRead(referring)).toEqual(["case.kind", "line.flags", "case.requested_cents", "case.refundable_cents"]);
    expect(caseOf(terms, referring, { "case.kind": "", "line.flags": [], "case.requested_cents": "12.5", "case.refundable_cents": "x" })).toEqual({ facts: { "line.flags": [], "case.requested_cents": 1250 }, problems: { "case.refundable_cents": "请填金额，例如 128.00。" } });
  });

  test("a stored case fills the form, and what was said becomes a test", () => {
    const facts = { "case.kind": "exchange", "case.requested_cents": 1250, "store.insured": false };
    expect(caseOf(terms, table([A], { facts: Object.keys(facts) }), formOfCase(terms, facts)).facts).toEqual(facts);
    const said = { outcome: "default" as const, row: null, rows: [], outputs: { decision: "refuse" }, clauses: [], needs: [], near: [], explanation: [] };
    expect(testOf("t", facts, said)).toEqual({ name: "t", facts, row: "default", outputs: { decision: "refuse" } });
    expect(testOf("t", {}, { ...said, outcome: "need_fact", needs: ["case.kind"] })).toEqual({ name: "t", facts: {}, needs: ["case.kind"] });
  });
});

describe("a replay", () => {
  const group = (old_decision: string, new_decision: string, cases: number) => ({ old_row: "A", old_decision, new_row: "B", new_decision, changed: old_decision !== new_decision, cases, known: cases });
  const figures = { average_sec: 100, by_hand: 10, disputed: 0, refunded_cents: 5000 };
  const report = { cases: 9, changed: 4, known: 9, no_basis: 0, before: figures, after: { ...figures, average_sec: 80, disputed: 1 }, groups: [group("review", "approve", 3), group("review", "refuse", 1), group("approve", "approve", 5)] };
  test("what moves, by how much, and from nothing", () => {
    expect(movements(report).map((one) => [one.key, one.way, one.share])).toEqual([["average_sec", "less", -0.2], ["by_hand", "same", 0], ["refunded_cents", "same", 0], ["disputed", "more", null]]);
    expect(flows(report).map((one) => one.cases)).toEqual([3, 1]);
    expect(decisions(report)).toEqual([{ decision: "approve", before: 5, after: 8 }, { decision: "review", before: 4, after: 0 }, { decision: "refuse", before: 0, after: 1 }]);
  });

  test("progress is unknown until the cases are counted", () => {
    expect(progress({ state: "waiting", done: 0, total: 0 })).toBeNull();
    expect(progress({ state: "running", done: 3, total: 12 })).toBe(0.25);
    expect(progress({ state: "done", done: 0, total: 0 })).toBe(1);
  });
});
