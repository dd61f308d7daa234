import { describe, expect, test } from "vitest";
import type { Outcome, ResponseLine } from "@api/metrics";
import { length, moved, outcomeCards, pageOf, rowsOf, share, sunday } from "@desk/metrics/figures";
import { missing, totalBp, trend } from "@desk/quality/quality";

const line = (key: string): ResponseLine => ({ key, label: key, figures: { rounds: 1, unanswered: 0, avg_response_sec: 10, quick_bp: 10000, first_rounds: 1, avg_first_response_sec: 10, first_quick_bp: 10000 } });
const outcome = (more: Partial<Outcome>): Outcome => ({ served: 10, bought_before: 4, bought_again: 1, repurchase_bp: 2500, complaints: 2, causes: {}, disputes: 0, rated: 5, stars: 4.4, content_bp: 8000, ...more });

describe("rows behind a line", () => {
  test("[RSP-3] every split opens the rounds of its value, also those of none", () => {
    expect(rowsOf(line("a1"), "agent", "slow")).toEqual({ what: "slow", agent_id: "a1" });
    expect(rowsOf(line(""), "agent")).toEqual({ what: "unanswered" });
    expect(rowsOf(line(""), "topic")).toEqual({ what: "rounds", topic: "-" });
    expect(rowsOf(line("早班"), "shift")).toEqual({ what: "rounds", shift: "早班" });
    expect(rowsOf(line("0"), "hour")).toEqual({ what: "rounds", hour: 0 });
    expect(rowsOf(line("2026-11-02"), "day")).toEqual({ what: "rounds", first: "2026-11-02", last: "2026-11-02" });
    expect(rowsOf(line("2026-10-26"), "week")).toEqual({ what: "rounds", first: "2026-10-26", last: "2026-11-01" });
    expect(sunday("2026-12-28")).toBe("2027-01-03");
  });
  test("an answer's time is told to the second below an hour", () => {
    expect([length(45), length(60), length(112.4), length(3900), length(null)]).toEqual(["45 秒", "1 分钟", "1 分 52 秒", "1 小时 5 分", "–"]);
  });
  test("a row opens where it is worked on", () => {
    expect(pageOf("conversation", "c1")).toEqual({ name: "inbox", params: { view: "closed", id: "c1" } });
    expect(pageOf("case", "k1")).toEqual({ name: "case", params: { id: "k1" } });
    expect(pageOf("weather", "w1")).toBeNull();
  });
});

describe("outcomes", () => {
  test("[RSP-13] repurchase, complaints, disputes and satisfaction stand against the time before", () => {
    const cards = outcomeCards(outcome({}), outcome({ complaints: 4, repurchase_bp: null }));
    expect(cards.map((one) => [one.key, one.value])).toEqual([["served", "10"], ["repurchase", "25.0%"], ["complaints", "2"], ["disputes", "0"], ["stars", "4.40"]]);
    expect(cards.find((one) => one.key === "complaints")?.change).toEqual({ text: "-50.0%", by: -0.5 });
    expect(cards.find((one) => one.key === "repurchase")?.change).toBeNull();
  });
  test("nothing to compare with is no change", () => {
    expect(moved(3, 0)).toBeNull();
    expect(moved(233, 5)).toBeNull();
    expect(share(null)).toBe("–");
  });
});

describe("scores", () => {
  const criteria = [
    { code: "a", skill: "listening" as const, points: 20, zh: "倾听", en: "Listening", tip_zh: "", tip_en: "" },
    { code: "b", skill: "empathy" as const, points: 20, zh: "共情", en: "Empathy", tip_zh: "", tip_en: "" },
  ];
  test("[CMM-10] a total is points of all there are, and every skill has to be scored", () => {
    expect(totalBp(criteria, { a: 20, b: 5 })).toBe(6250);
    expect(missing(criteria, { a: 0 }).map((one) => one.code)).toEqual(["b"]);
  });
  test("a trend needs two weeks", () => {
    const one = { agent_id: "", agent_name: "", scores: 2, mean_bp: 8000, skills: {}, weakest: null, unseen: 0, weeks: [{ monday: "2026-11-02", scores: 1, mean_bp: 7000 }] };
    expect(trend(one)).toBeNull();
    expect(trend({ ...one, weeks: [...one.weeks, { monday: "2026-11-09", scores: 1, mean_bp: 9000 }] })).toBe(2000);
  });
});
