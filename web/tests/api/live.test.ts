import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Live, type LiveEvent } from "@api/live";

class FakeSocket {
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: Record<string, unknown>[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: () => void;
  constructor() {
    FakeSocket.made.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const event = (cursor: string): LiveEvent => ({ type: "event", cursor, kind: "message", at: "", topics: [] });
const last = () => FakeSocket.made[FakeSocket.made.length - 1]!;

function made() {
  const heard = { events: [] as string[], resets: 0, states: [] as string[] };
  const live = new Live(
    () => "ws://desk",
    {
      event: (one) => heard.events.push(one.cursor),
      signal: () => {},
      reset: () => (heard.resets += 1),
      state: (state) => heard.states.push(state),
    },
    () => new FakeSocket() as unknown as WebSocket,
  );
  return { live, heard };
}

describe("the live connection", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.made = [];
  });
  afterEach(() => vi.useRealTimers());

  test("[CHN-1] resumes from the last event it saw after a lost connection", () => {
    const { live, heard } = made();
    live.want(["me"]);
    live.start();
    last().open();
    expect(last().sent[0]).toEqual({ type: "start", cursor: null, topics: ["me"] });
    last().says({ type: "started", cursor: "10" });
    last().says(event("11"));
    last().close();
    expect(heard.states.at(-1)).toBe("away");
    vi.advanceTimersByTime(1000);
    last().open();
    expect(FakeSocket.made).toHaveLength(2);
    expect(last().sent[0]).toEqual({ type: "start", cursor: "11", topics: ["me"] });
    expect(heard.events).toEqual(["11"]);
  });

  test("waits longer after every failure, and starts over at once when the network is back", () => {
    const { live } = made();
    live.start();
    for (let round = 0; round < 6; round += 1) {
      last().close();
      vi.advanceTimersByTime(15_000);
    }
    const before = FakeSocket.made.length;
    last().close();
    vi.advanceTimersByTime(3000);
    expect(FakeSocket.made.length).toBe(before);
    window.dispatchEvent(new Event("online"));
    expect(FakeSocket.made.length).toBe(before + 1);
  });

  test("a cursor that is too old makes the pages fetch again and forgets it", () => {
    const { live, heard } = made();
    live.start();
    last().open();
    last().says(event("3"));
    last().says({ type: "reset" });
    expect(heard.resets).toBe(1);
    last().close();
    vi.advanceTimersByTime(1000);
    last().open();
    expect(last().sent[0]).toMatchObject({ cursor: null });
  });

  test("[CHN-1] what was fetched before it began to listen is fetched once more, and only then", () => {
    const { live, heard } = made();
    live.start();
    last().open();
    last().says({ type: "started", cursor: "1" });
    expect(heard.resets).toBe(1);
    last().close();
    vi.advanceTimersByTime(1000);
    last().open();
    last().says({ type: "started", cursor: "1" });
    expect(heard.resets).toBe(1);
  });

  test("a topic is asked for as long as somebody wants it", () => {
    const { live } = made();
    live.start();
    last().open();
    const one = live.want(["me", "conversation:a"]);
    const two = live.want(["conversation:a"]);
    vi.advanceTimersByTime(100);
    one();
    vi.advanceTimersByTime(100);
    expect(last().sent.at(-1)).toEqual({ type: "topics", topics: ["conversation:a"] });
    two();
    vi.advanceTimersByTime(100);
    expect(last().sent.at(-1)).toEqual({ type: "topics", topics: [] });
  });

  test("a connection that fell silent is given up and made anew", () => {
    const { live } = made();
    live.start();
    last().open();
    last().says({ type: "started", cursor: "1" });
    vi.advanceTimersByTime(61_000);
    expect(FakeSocket.made.length).toBeGreaterThan(1);
  });
});
