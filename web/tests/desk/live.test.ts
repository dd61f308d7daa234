import { QueryClient } from "@tanstack/vue-query";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Desk, typingIn } from "@desk/live";
import * as conversations from "@api/conversations";
import type { Pages } from "@desk/conversations/lists";
import type { Stream } from "@desk/conversations/stream";
import { message, row } from "./fixtures";

const news = { type: "event" as const, cursor: "1", kind: "message", at: "", topics: [] };

function desk() {
  const cache = new QueryClient();
  return { cache, desk: new Desk(cache, () => "a1") };
}

describe("live news", () => {
  afterEach(() => vi.restoreAllMocks());

  test("a claimed conversation leaves the queue and enters mine", () => {
    const { cache, desk: it } = desk();
    const empty: Pages = { pages: [{ items: [], next: null }], pageParams: [null] };
    cache.setQueryData(["conversations", { view: "unassigned" }], { ...empty, pages: [{ items: [row()], next: null }] });
    cache.setQueryData(["conversations", { view: "mine" }], empty);
    it.event({ ...news, conversation: row({ version: 2, assignee: { id: "a1", name: "阿禾" } }) });
    expect(cache.getQueryData<Pages>(["conversations", { view: "unassigned" }])?.pages[0]?.items).toEqual([]);
    expect(cache.getQueryData<Pages>(["conversations", { view: "mine" }])?.pages[0]?.items).toHaveLength(1);
  });

  test("a gap in the numbering is filled from the server before it is shown", async () => {
    const { cache, desk: it } = desk();
    cache.setQueryData<Stream>(["messages", "c1"], { items: [message(1)], more: false });
    const fetched = vi.spyOn(conversations, "messages").mockResolvedValue({ items: [message(2), message(3)], more: false });
    it.event({ ...news, message: message(3) });
    it.event({ ...news, message: message(3) });
    await it.fill("c1");
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(cache.getQueryData<Stream>(["messages", "c1"])?.items.map((one) => one.seq)).toEqual([1, 2, 3]);
  });

  test("[CMM-3] the customer's typing shows until they send or stop", () => {
    vi.useFakeTimers();
    const { desk: it } = desk();
    const signal = (on: boolean) => it["signal"]({ type: "signal", kind: "typing", data: { conversation_id: "c1", on } });
    signal(true);
    expect(typingIn.has("c1")).toBe(true);
    vi.advanceTimersByTime(7000);
    expect(typingIn.has("c1")).toBe(false);
    signal(true);
    it.event({ ...news, message: message(9) });
    expect(typingIn.has("c1")).toBe(false);
    vi.useRealTimers();
  });

  test("[RSP-5] only the lead is told that somebody waits beyond the target", () => {
    const told = vi.fn();
    const lead = new Desk(new QueryClient(), () => "lead", undefined, undefined, told);
    const late = { ...news, kind: "WaitedTooLong", conversation: row() };
    lead.event({ ...late, data: { lead_ids: ["somebody"] } });
    expect(told).not.toHaveBeenCalled();
    lead.event({ ...late, data: { lead_ids: ["lead"] } });
    expect(told).toHaveBeenCalledTimes(1);
  });
});
