import { expect, test } from "vitest";
import { changes, dayForms, repeated, spanText, todayIn, weekdayOf, withNotice, workingHours } from "@desk/channels/days";

const kept = [
  { day: "2026-10-01", name: "国庆", hours: [] },
  { day: "2027-01-01", name: "元旦", hours: [] },
  { day: "2027-01-03", name: "补班", hours: [["09:00", "12:00"], ["13:00", "18:00"]] },
];
const week = { "1": "", "2": "10:00-19:00", "3": "09:00-18:00" };

test("today is the calendar's, not the reader's", () => {
  const night = new Date("2026-11-02T16:30:00Z");
  expect([todayIn("Asia/Shanghai", night), todayIn("Europe/Paris", night)]).toEqual(["2026-11-03", "2026-11-02"]);
});

test("past days are not shown and not touched", () => {
  const now = dayForms(kept, "2026-11-02");
  expect(now.map((one) => one.hours)).toEqual(["", "09:00-12:00 13:00-18:00"]);
  expect(changes(kept, now, "2026-11-02")).toEqual([]);
});

test("only what changed is written; a day taken away follows its weekday again", () => {
  const now = [{ day: "2027-01-03", name: "补班", hours: "10:00-15:00" }, { day: "2027-02-06", name: "春节", hours: "" }];
  expect(changes(kept, now, "2026-11-02")).toEqual([
    { day: "2027-01-03", name: "补班", hours: [["10:00", "15:00"]] },
    { day: "2027-02-06", name: "春节", hours: [] },
    { day: "2027-01-01", name: "", hours: null },
  ]);
});

test("a notice brings its days off and its workdays, in order, over what stood there", () => {
  const text = JSON.stringify({ days: [{ name: "春节", date: "2027-02-06", isOffDay: true }, { name: "春节", date: "2027-02-14", isOffDay: false }, { name: "旧", date: "2026-01-01", isOffDay: true }] });
  const days = withNotice(text, [{ day: "2027-02-06", name: "年货节", hours: "09:00-22:00" }, { day: "2027-03-01", name: "店庆", hours: "" }], week, "2026-11-02");
  expect(days).toEqual([
    { day: "2027-02-06", name: "春节", hours: "" },
    { day: "2027-02-14", name: "春节", hours: "10:00-19:00" },
    { day: "2027-03-01", name: "店庆", hours: "" },
  ]);
});

test("what is no notice changes nothing", () => {
  for (const text of ["", "{}", "[]", '{"days": [{"name": "x", "date": "1.1.", "isOffDay": true}]}', "null"]) expect(withNotice(text, [], week, "2026-11-02")).toBeNull();
});

test("make-up workdays have the hours of the first open weekday", () => expect([workingHours(week), workingHours({})]).toEqual(["10:00-19:00", ""]));

test("a date written twice is told", () => expect(repeated([{ day: "2027-01-01", name: "", hours: "" }, { day: "2027-01-01", name: "", hours: "" }, { day: "", name: "", hours: "" }, { day: "", name: "", hours: "" }])).toEqual(["2027-01-01"]));

test("spans are read on the calendar's own clock, past midnight is said", () => {
  const span = (opens: string, closes: string) => spanText({ opens: `${opens}:00+08:00`, closes: `${closes}:00+08:00` }, "次日 ");
  expect(span("2026-11-02T09:00", "2026-11-02T12:00")).toBe("09:00–12:00");
  expect(span("2026-11-02T22:00", "2026-11-03T06:00")).toBe("22:00–次日 06:00");
  expect(span("2026-11-02T00:00", "2026-11-03T00:00")).toBe("00:00–24:00");
  expect([weekdayOf("2026-11-02"), weekdayOf("2026-11-08")]).toEqual([1, 7]);
});
