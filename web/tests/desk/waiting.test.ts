import { describe, expect, test } from "vitest";
import type { Row } from "@api/types";
import { darkness, tooLong } from "@desk/conversations/waiting";

const NOW = Date.parse("2026-11-29T10:00:00Z");
const row = (id: string, sec: number | null, state = "open"): Row => ({ id, state, waiting_since: sec === null ? null : new Date(NOW - sec * 1000).toISOString() }) as unknown as Row;

describe("[RSP-4] the watch over who waits", () => {
  test("a row darkens from 100 seconds on, second by second", () => {
    expect(darkness(row("a", 99), NOW)).toBe(0);
    expect(darkness(row("a", 100), NOW)).toBeCloseTo(0.25);
    expect(darkness(row("a", 200), NOW)).toBeGreaterThan(darkness(row("a", 150), NOW));
    expect(darkness(row("a", 999), NOW)).toBe(1);
    expect(darkness(row("a", null), NOW)).toBe(0);
  });

  test("one notice for all of them leads to the longest waiting", () => {
    const late = tooLong([row("a", 120), row("b", 400), row("c", 60), row("d", 500, "snoozed"), row("e", null)], NOW);
    expect(late.map((one) => one.id)).toEqual(["b", "a"]);
  });
});
