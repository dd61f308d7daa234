import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setBearer } from "../../shopper/api";
import { discard, flush, outbox, retry, send } from "../../shopper/outbox";

type Reply = { status: number; body?: unknown } | "away";
let replies: Reply[];
let asked: { client_id: string; text: string }[];

function answer(body: { client_id: string; text: string }): Response {
  const reply = replies.shift() ?? { status: 201 };
  asked.push(body);
  if (reply === "away") throw new TypeError("no network");
  const said = { id: "m", client_id: body.client_id, seq: asked.length, from: "me", text: body.text };
  return new Response(JSON.stringify(reply.body ?? said), { status: reply.status });
}

beforeEach(() => {
  vi.useFakeTimers();
  replies = [];
  asked = [];
  outbox.list = [];
  outbox.confirmed = vi.fn();
  outbox.unknown = vi.fn(() => Promise.resolve());
  setBearer("token");
  vi.stubGlobal("fetch", vi.fn(async (_: string, options: RequestInit) => answer(JSON.parse(String(options.body)))));
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(50);

describe("the outbox", () => {
  it("sends in the order things were written", async () => {
    send("一", [], null);
    send("二", [], null);
    await settle();
    expect(asked.map((each) => each.text)).toEqual(["一", "二"]);
    expect(outbox.list).toEqual([]);
    expect(outbox.confirmed).toHaveBeenCalledTimes(2);
  });

  it("keeps what could not go and sends it under the same key", async () => {
    replies = ["away"];
    send("断网", [], null);
    await settle();
    expect(outbox.list[0]?.state).toBe("waiting");
    expect(localStorage.getItem("xiaoer::outbox")).toContain("断网");
    await vi.advanceTimersByTimeAsync(4000);
    expect(outbox.list).toEqual([]);
    expect(new Set(asked.map((each) => each.client_id)).size).toBe(1);
  });

  it("waits as long as it is told when it was too fast", async () => {
    replies = [{ status: 429, body: { code: "TooManyMessages", message: "慢一点", detail: { seconds: 8 } } }];
    send("快", [], null);
    await settle();
    await vi.advanceTimersByTimeAsync(7000);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toHaveLength(2);
  });

  it("says why something was refused, and goes on with the next", async () => {
    replies = [{ status: 422, body: { code: "MessageTooLong", message: "太长" } }];
    send("长", [], null);
    send("短", [], null);
    await settle();
    expect(outbox.list.map((each) => [each.state, each.error])).toEqual([["failed", "太长"]]);
    retry(outbox.list[0]!.client_id);
    await settle();
    expect(outbox.list).toEqual([]);
  });

  it("lets go of what is not wanted", async () => {
    replies = [{ status: 422, body: { code: "X", message: "不行" } }];
    send("算了", [], null);
    await settle();
    discard(outbox.list[0]!.client_id);
    expect(outbox.list).toEqual([]);
  });

  it("asks for a new token and tries again", async () => {
    replies = [{ status: 401, body: { code: "VisitorUnknown", message: "过期" } }];
    send("在吗", [], null);
    await settle();
    expect(outbox.unknown).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(4000);
    expect(outbox.list).toEqual([]);
  });

  it("does not send before the visitor is known", async () => {
    setBearer(null);
    send("早", [], null);
    await flush();
    expect(asked).toEqual([]);
  });
});
