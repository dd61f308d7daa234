import type { CaseStep } from "@api/aftersales";
import { expect, test } from "vitest";
import { stepItems } from "@desk/aftersales/steps";
import { i18n, t } from "@desk/i18n";

const step = (seq: number, command: string, data: Record<string, unknown> = {}) => ({ seq, command, before: "awaiting_merchant", after: "awaiting_merchant", by: "清河", by_kind: "agent", at: "2026-11-29T08:00:00Z", data }) as CaseStep;

test("a noted fact says what it was about", () => {
  const notes = [step(1, "note", { intercepting: "SF1" }), step(2, "note", { interception: "failed" }), step(3, "note", { choice: "refuse" }), step(4, "note")];
  expect(stepItems(notes, "CNY", t, i18n.global.te).map((one) => one.what)).toEqual(["更新信息", "客户选择： 到货时拒签", "快递答复： 拦截失败", "请快递拦截"]);
});
