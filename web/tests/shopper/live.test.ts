import { beforeEach, describe, expect, it, vi } from "vitest";
import { setBearer } from "../../shopper/api";
import { Live, type Handlers } from "../../shopper/live";

class Wire {
  static readonly all: Wire[] = [];
  readyState: number = WebSocket.CONNECTING;
  sent: Record<string, unknown>[] = [];
  onopen: () => void = () => undefined;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: () => void = () => undefined;
  constructor() {
    Wire.all.push(this);
  }
  open(): void {
    this.readyState = WebSocket.OPEN;
    this.onopen();
  }
  give(...frames: object[]): void {
    this.onmessage?.({ data: JSON.stringify(frames) });
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose();
  }
}

const handlers = (): Handlers => ({ event: vi.fn(), typing: vi.fn(), started: vi.fn(), state: vi.fn(), refused: vi.fn() });
const event = (cursor: string) => ({ type: "event", cursor, kind: "MessageSent", at: "", message: null, talk: null });

beforeEach(() => {
  vi.useFakeTimers();
  Wire.all.length = 0;
  setBearer("token");
});

function begin(): [Live, Handlers] {
  const heard = handlers();
  const live = new Live(heard, () => new Wire() as unknown as WebSocket);
  live.start();
  Wire.all[0]!.open();
  return [live, heard];
}

describe("the shopper's socket", () => {
  it("starts with its token and takes several frames in one message", () => {
    const [, heard] = begin();
    Wire.all[0]!.give({ type: "started", cursor: "1-1" }, event("1-2"), event("1-3"));
    expect(Wire.all[0]!.sent[0]).toEqual({ type: "start", token: "token", cursor: null });
    expect(heard.started).toHaveBeenCalledWith(false);
    expect(heard.event).toHaveBeenCalledTimes(2);
  });

  it("comes back by itself after the last event it saw", () => {
    const [, heard] = begin();
    Wire.all[0]!.give({ type: "started", cursor: "1-1" }, event("1-5"));
    Wire.all[0]!.close();
    expect(heard.state).toHaveBeenLastCalledWith("away");
    vi.advanceTimersByTime(2000);
    Wire.all[1]!.open();
    expect(Wire.all[1]!.sent[0]).toMatchObject({ cursor: "1-5" });
    Wire.all[1]!.give({ type: "started", cursor: "9-9" });
    expect(heard.started).toHaveBeenLastCalledWith(true);
    // The server's newer place does not count until the missed events have come.
    Wire.all[1]!.close();
    vi.advanceTimersByTime(2000);
    Wire.all[2]!.open();
    expect(Wire.all[2]!.sent[0]).toMatchObject({ cursor: "1-5" });
  });

  it("starts afresh when it was away for too long", () => {
    begin();
    Wire.all[0]!.give({ type: "started", cursor: "1-1" }, { type: "reset" });
    vi.advanceTimersByTime(2000);
    Wire.all[1]!.open();
    expect(Wire.all[1]!.sent[0]).toMatchObject({ cursor: null });
  });

  it("gives up a socket that went silent", () => {
    begin();
    Wire.all[0]!.give({ type: "started", cursor: "1-1" });
    vi.advanceTimersByTime(80_000);
    expect(Wire.all.length).toBeGreaterThan(1);
  });

  it("hears nothing more of a customer who signed out", () => {
    const [live, heard] = begin();
    Wire.all[0]!.give({ type: "started", cursor: "1-1" });
    live.stop();
    Wire.all[0]!.give(event("1-2"));
    vi.advanceTimersByTime(60_000);
    expect(heard.event).not.toHaveBeenCalled();
    expect(Wire.all).toHaveLength(1);
  });

  it("says when the token no longer counts", () => {
    const [, heard] = begin();
    Wire.all[0]!.give({ type: "refused", code: "VisitorUnknown" });
    expect(heard.refused).toHaveBeenCalledOnce();
  });
});
