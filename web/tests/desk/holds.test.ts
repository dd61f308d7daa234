import { QueryClient } from "@tanstack/vue-query";
import { describe, expect, test, vi } from "vitest";
import { Lookup, prompted, saysHowLong, USUAL_MINUTES, waitWords } from "@desk/conversations/holds";
import { i18n } from "@desk/i18n";
import { Desk } from "@desk/live";
import { message, row } from "./fixtures";

const news = { type: "event" as const, cursor: "1", at: "", topics: [] };
const mine = row({ assignee: { id: "a1", name: "阿禾" }, hold: { until: "2026-11-21T10:10:00Z", late: false } });

describe("asking to wait", () => {
  test("[HOLD-2] looking something up for a minute without a word asks for one", () => {
    const one = new Lookup();
    one.used(true, 0);
    one.used(true, 50_000);
    expect(one.due(true, 59_000, 60)).toBe(false);
    expect(one.due(true, 60_000, 60)).toBe(true);
  });

  test("[HOLD-2] an answer ends it, and looking while nobody waits begins nothing", () => {
    const one = new Lookup();
    one.used(true, 0);
    expect(one.due(false, 70_000, 60)).toBe(false);
    expect(one.due(true, 80_000, 60)).toBe(false);
    one.used(false, 80_000);
    expect(one.due(true, 200_000, 60)).toBe(false);
  });

  test("[HOLD-4] the usual words of each offered time name it, in both languages", () => {
    for (const locale of ["zh", "en"] as const) {
      i18n.global.locale.value = locale;
      const t = i18n.global.t as (key: string, facts: Record<string, unknown>) => string;
      for (const minutes of USUAL_MINUTES) {
        const wait = waitWords(minutes, t);
        expect(saysHowLong(t("hold.usual", { checking: "库存", wait }), minutes)).toBe(true);
        expect(saysHowLong(t("hold.usualLater", { checking: "库存", wait }), minutes)).toBe(true);
      }
    }
    i18n.global.locale.value = "zh";
    expect(saysHowLong("请稍等", 10)).toBe(false);
    expect(saysHowLong("大约110分钟", 10)).toBe(false);
  });

  test("[HOLD-6] the clock's prompt stands until the agent says a word", () => {
    const desk = new Desk(new QueryClient(), () => "a1");
    desk.event({ ...news, kind: "HoldReminded", conversation: mine, data: { what: "contact" } });
    expect(prompted.has("c1")).toBe(true);
    desk.event({ ...news, kind: "MessageSent", conversation: mine, message: message(2, { from: "agent" }) });
    expect(prompted.has("c1")).toBe(false);
  });

  test("[HOLD-7] its agent is told before and when the time is up, the lead when it is", () => {
    const told = vi.fn();
    const agent = new Desk(new QueryClient(), () => "a1", undefined, undefined, told);
    agent.event({ ...news, kind: "HoldReminded", conversation: mine, data: { what: "expiring" } });
    agent.event({ ...news, kind: "HoldExpired", conversation: mine, data: { lead_ids: ["lead"] } });
    expect(told.mock.calls.map((call) => call[1])).toEqual(["HoldReminded", "HoldExpired"]);
    const lead = new Desk(new QueryClient(), () => "lead", undefined, undefined, told);
    lead.event({ ...news, kind: "HoldReminded", conversation: mine, data: { what: "expiring" } });
    expect(told).toHaveBeenCalledTimes(2);
    lead.event({ ...news, kind: "HoldExpired", conversation: mine, data: { lead_ids: ["lead"] } });
    expect(told).toHaveBeenCalledTimes(3);
  });
});
