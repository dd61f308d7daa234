import { expect, test } from "vitest";
import { bars, inZone, same, windowFacts } from "@desk/conversations/losses";

const window = (timezone: string) => ({ timezone, start: "2026-11-01T16:00:00Z", end: "2026-11-02T02:30:00Z" });

test("[RSP-6] moments are shown as the shop's clock shows them, wherever the reader sits", () => {
  expect(inZone("2026-11-02T16:32:00Z", "Asia/Shanghai")).toBe("2026-11-03 00:32");
  expect(inZone("2026-11-02T16:32:00Z", "Europe/Paris")).toBe("2026-11-02 17:32");
});

test("[RSP-6] each bar knows the rows behind it", () => {
  const report = { by_hour: Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 3 : 0)), by_day: [{ day: "2026-11-02", count: 3 }] };
  expect(bars(report, "hour")).toHaveLength(24);
  expect(bars(report, "hour")[10]).toEqual({ key: "10", label: "10", count: 3, part: { hour: 10 } });
  expect(bars(report, "day")).toEqual([{ key: "2026-11-02", label: "11-02", count: 3, part: { day: "2026-11-02" } }]);
});

test("the same part is known however it is written", () => {
  expect(same({}, { order: "left", never_answered: false })).toBe(true);
  expect(same({ hour: 0 }, {})).toBe(false);
  expect(same({ order: "waited" }, {})).toBe(false);
});

test("the window says its time zone; several are named, none is none", () => {
  expect(windowFacts([window("Asia/Shanghai")])).toEqual({ key: "window", facts: { from: "2026-11-02 00:00", to: "2026-11-02 10:30", zone: "Asia/Shanghai" } });
  expect(windowFacts([window("Asia/Shanghai"), window("Europe/Paris")])).toEqual({ key: "windows", facts: { zones: "Asia/Shanghai, Europe/Paris" } });
  expect(windowFacts([]).key).toBe("noWindow");
});
