import { expect, test } from "vitest";
import type { Call, Clause } from "@api/calls";
import { clausesWith, ringing } from "@desk/calls/calls";

const call = (id: string, more: Partial<Call> = {}) => ({ id, state: "ringing", direction: "inbound", agent: null, ...more }) as Call;

test("[RCP-2] what pops up rings, comes in, and is nobody's or mine; the longest ringing first", () => {
  const listed = [call("new"), call("theirs", { agent: { id: "b", name: "乙" } }), call("mine", { agent: { id: "a", name: "甲" } }), call("out", { direction: "outbound" }), call("talking", { state: "talking" }), call("old")];
  expect(ringing(listed, "a").map((one) => one.id)).toEqual(["old", "mine", "new"]);
});

test("[RCP-3] clauses are found by every part that is typed, in either language", () => {
  const clause = (zh: string, en: string) => ({ zh, en, id: zh, version_id: "v", table: "t" }) as Clause;
  const all = [clause("七天无理由退货", "Return within 7 days"), clause("运费由店铺承担", "Freight is ours")];
  expect(clausesWith(all, "退货 七天")).toEqual([all[0]]);
  expect(clausesWith(all, "freight")).toEqual([all[1]]);
  expect(clausesWith(all, "")).toEqual([]);
});
