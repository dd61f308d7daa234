import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError } from "@api/client";
import * as conversations from "@api/conversations";
import { useOutbox } from "@desk/conversations/outbox";
import { message } from "./fixtures";

vi.mock("@desk/live", () => ({ useDesk: () => ({ message: () => {} }) }));

const words = (text: string) => ({ conversation_id: "c1", kind: "reply" as const, text, attachments: [] });
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("[RCP-1] sending", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    setActivePinia(createPinia());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test("words leave in the order they were written, one after the other", async () => {
    const sent: string[] = [];
    vi.spyOn(conversations, "say").mockImplementation(async (_id, sending) => {
      sent.push(sending.text);
      return message(sent.length, { client_id: sending.client_id });
    });
    const outbox = useOutbox();
    ["一", "二", "三"].forEach((text) => outbox.send(words(text)));
    expect(outbox.of("c1")).toHaveLength(3);
    await settle();
    expect(sent).toEqual(["一", "二", "三"]);
    expect(outbox.of("c1")).toEqual([]);
  });

  test("a server that is away is asked again with the same id, so that nothing is said twice", async () => {
    const ids: string[] = [];
    vi.spyOn(conversations, "say").mockImplementation(async (_id, sending) => {
      ids.push(sending.client_id);
      if (ids.length < 3) throw new ApiError(0, "Away", "连不上");
      return message(1, { client_id: sending.client_id });
    });
    const outbox = useOutbox();
    outbox.send(words("您好"));
    await settle();
    expect(outbox.of("c1")[0]?.state).toBe("sending");
    await vi.advanceTimersByTimeAsync(3000);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(outbox.of("c1")).toEqual([]);
  });

  test("a refusal is shown with its reason and can be sent again or taken back", async () => {
    const say = vi.spyOn(conversations, "say").mockRejectedValue(new ApiError(409, "ConversationClosed", "会话已结束"));
    const outbox = useOutbox();
    outbox.send(words("您好"));
    await settle();
    const entry = outbox.of("c1")[0]!;
    expect(entry).toMatchObject({ state: "failed", why: "会话已结束" });
    say.mockResolvedValue(message(1, { client_id: entry.client_id }));
    outbox.again(entry.client_id);
    await settle();
    expect(outbox.of("c1")).toEqual([]);
  });

  test("what was not sent survives closing the page", async () => {
    vi.spyOn(conversations, "say").mockRejectedValue(new ApiError(0, "Away", "连不上"));
    useOutbox().send(words("没发出去"));
    await settle();
    setActivePinia(createPinia());
    expect(useOutbox().of("c1")[0]?.text).toBe("没发出去");
  });
});
