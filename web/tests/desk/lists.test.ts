import { describe, expect, test } from "vitest";
import { belongs, compare, find, withRow, type Pages } from "@desk/conversations/lists";
import { fit, joined } from "@desk/conversations/stream";
import { message, row } from "./fixtures";

const pages = (next: string | null, ...items: ReturnType<typeof row>[]): Pages => ({ pages: [{ items, next }], pageParams: [null] });
const ids = (data: Pages) => data.pages.flatMap((page) => page.items.map((one) => one.id));

describe("[RCP-1] the list of conversations", () => {
  test("a row stands in the views its state and assignee say", () => {
    const mine = row({ assignee: { id: "a1", name: "阿禾" } });
    expect(belongs(mine, { view: "mine" }, "a1")).toBe(true);
    expect(belongs(mine, { view: "mine" }, "a2")).toBe(false);
    expect(belongs(mine, { view: "unassigned" }, "a1")).toBe(false);
    expect(belongs(row({ state: "snoozed" }), { view: "all" }, "a1")).toBe(false);
    expect(belongs(row({ waiting_since: null }), { view: "waiting" }, "a1")).toBe(false);
  });

  test("[ROL-3] a stage is a filter of its own", () => {
    expect(belongs(row({ stage: "presale" }), { view: "all", stage: "presale" }, "a1")).toBe(true);
    expect(belongs(row({ stage: "insale" }), { view: "all", stage: "presale" }, "a1")).toBe(false);
  });

  test("longest waiting comes first, those who do not wait last", () => {
    const early = row({ id: "early", waiting_since: "2026-11-21T09:00:00Z" });
    const late = row({ id: "late", waiting_since: "2026-11-21T09:30:00Z" });
    const calm = row({ id: "calm", waiting_since: null });
    expect([calm, late, early].sort((a, b) => compare(a, b, "waiting")).map((one) => one.id)).toEqual(["early", "late", "calm"]);
  });

  test("news moves a row to its place and takes it out where it no longer belongs", () => {
    const older = row({ id: "c2", updated_at: "2026-11-21T09:00:00Z" });
    const data = pages(null, row(), older);
    const answered = { ...older, version: 2, updated_at: "2026-11-21T11:00:00Z" };
    expect(ids(withRow(data, answered, { view: "all" }, "a1"))).toEqual(["c2", "c1"]);
    expect(ids(withRow(data, { ...older, version: 2, state: "closed" }, { view: "all" }, "a1"))).toEqual(["c1"]);
  });

  test("older news never overwrites newer", () => {
    const data = pages(null, row({ version: 5, unread: 3 }));
    expect(find(withRow(data, row({ version: 4, unread: 0 }), { view: "all" }, "a1"), "c1")?.unread).toBe(3);
  });

  test("a row that belongs to a page not loaded yet is left to that page", () => {
    const data = pages("more", row());
    const below = row({ id: "c9", updated_at: "2026-01-01T00:00:00Z" });
    expect(ids(withRow(data, below, { view: "all" }, "a1"))).toEqual(["c1"]);
    expect(ids(withRow(pages(null, row()), below, { view: "all" }, "a1"))).toEqual(["c1", "c9"]);
  });
});

describe("the stream of one conversation", () => {
  const stream = { items: [message(1), message(2)], more: false };

  test("knows the next message, one it has, and a gap", () => {
    expect(fit(stream, message(3))).toBe("next");
    expect(fit(stream, message(2))).toBe("known");
    expect(fit(stream, message(5))).toBe("gap");
  });

  test("holds every message once and in order, whatever arrives", () => {
    const whole = joined(joined(stream, [message(4), message(3)]), [message(2), message(3)]);
    expect(whole.items.map((one) => one.seq)).toEqual([1, 2, 3, 4]);
  });
});
