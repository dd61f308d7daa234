import { bearer } from "./api";
import type { ShopperMessage, Talk } from "./types";

export interface LiveEvent {
  type: "event";
  cursor: string;
  kind: string;
  at: string;
  message: ShopperMessage | null;
  talk: Talk | null;
}
export interface Typing {
  from: "agent" | "customer" | "bot";
  name: string;
  on: boolean;
}
type Frame =
  | LiveEvent
  | { type: "started"; cursor: string }
  | { type: "signal"; kind: string; data: Typing }
  | { type: "reset" }
  | { type: "pong" }
  | { type: "refused"; code: string };

export interface Handlers {
  event: (event: LiveEvent) => void;
  typing: (typing: Typing) => void;
  /** The connection is there. `resumed` false: what happened before it has to be asked for. */
  started: (resumed: boolean) => void;
  state: (state: "connecting" | "open" | "away") => void;
  /** The token no longer counts. */
  refused: () => void;
}

const PING_MS = 20_000;
const SILENCE_MS = 35_000;
const LONGEST_WAIT_MS = 12_000;

/** The shopper's socket: comes back by itself and resumes after the last event it saw. */
export class Live {
  private socket: WebSocket | null = null;
  private cursor: string | null = null;
  private attempts = 0;
  private begun = false;
  private heardAt = 0;
  private retry?: ReturnType<typeof setTimeout>;
  private beat?: ReturnType<typeof setInterval>;

  constructor(
    private readonly handlers: Handlers,
    private readonly make: () => WebSocket = () => new WebSocket(`${location.origin.replace(/^http/, "ws")}/chat/live`),
  ) {
    window.addEventListener("online", this.hurry);
    window.addEventListener("offline", () => this.handlers.state("away"));
    document.addEventListener("visibilitychange", this.hurry);
  }

  /** Connects, or starts anew when the visitor has become somebody else. */
  start(): void {
    this.stop();
    this.attempts = 0;
    this.begun = true;
    this.connect();
  }

  /** Hears nothing more of whom it listened for. */
  stop(): void {
    this.begun = false;
    this.cursor = null;
    clearTimeout(this.retry);
    clearInterval(this.beat);
    const old = this.socket;
    this.socket = null;
    if (old) old.onmessage = null;
    old?.close();
  }

  send(frame: object): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private readonly hurry = (): void => {
    if (document.visibilityState === "hidden" || !this.begun) return;
    this.attempts = 0;
    // A socket that outlived the gap answers; one that only seems open is found out by the ping.
    if (this.socket?.readyState === WebSocket.OPEN) this.send({ type: "ping" });
    else this.connect();
  };

  private connect(): void {
    clearTimeout(this.retry);
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return;
    this.handlers.state("connecting");
    const socket = this.make();
    this.socket = socket;
    socket.onopen = () => {
      this.heardAt = Date.now();
      this.send({ type: "start", token: bearer(), cursor: this.cursor });
      clearInterval(this.beat);
      this.beat = setInterval(() => this.ping(), PING_MS);
    };
    socket.onmessage = (message) => {
      const frames = JSON.parse(String(message.data)) as Frame | Frame[];
      for (const frame of Array.isArray(frames) ? frames : [frames]) this.take(frame);
    };
    socket.onclose = () => this.lost(socket);
  }

  private take(frame: Frame): void {
    this.heardAt = Date.now();
    if (frame.type === "pong") this.handlers.state("open");
    else if (frame.type === "started") {
      const resumed = this.cursor !== null;
      this.cursor ??= frame.cursor;
      this.attempts = 0;
      this.handlers.state("open");
      this.handlers.started(resumed);
    } else if (frame.type === "event") {
      this.cursor = frame.cursor;
      this.handlers.event(frame);
    } else if (frame.type === "signal") {
      if (frame.kind === "typing") this.handlers.typing(frame.data);
    } else if (frame.type === "reset") {
      this.cursor = null;
      this.socket?.close();
    } else if (frame.type === "refused") this.handlers.refused();
  }

  private ping(): void {
    if (Date.now() - this.heardAt > SILENCE_MS) this.socket?.close();
    else this.send({ type: "ping" });
  }

  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    clearInterval(this.beat);
    this.handlers.state("away");
    const longest = Math.min(LONGEST_WAIT_MS, 400 * 2 ** this.attempts);
    this.attempts += 1;
    // Spread out, so that a restarted server is not met by everybody in the same instant.
    this.retry = setTimeout(() => this.connect(), longest * (0.5 + Math.random() / 2));
  }
}
