import type { Message, Row } from "./types";

export interface LiveEvent {
  type: "event";
  cursor: string;
  kind: string;
  at: string;
  topics: string[];
  conversation?: Row | null;
  message?: Message | null;
  data?: Record<string, unknown>;
}
export interface LiveSignal {
  type: "signal";
  kind: "typing" | "viewers" | "presence";
  data: Record<string, unknown>;
}
export type LiveState = "connecting" | "open" | "away";
export interface LiveHandlers {
  event: (event: LiveEvent) => void;
  signal: (signal: LiveSignal) => void;
  /** Too old to resume: everything on screen has to be fetched again. */
  reset: () => void;
  state: (state: LiveState) => void;
  /** The server no longer knows who we are. */
  refused?: () => void;
}
type Frame = LiveEvent | LiveSignal | { type: "started"; cursor: string } | { type: "reset" } | { type: "pong" };

/** Close code of a socket whose session has ended. */
const SIGNED_OUT = 4401;
const PING_MS = 20_000;
const SILENCE_MS = 35_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * The one socket of the desk. It remembers the cursor of the last event it saw and resumes from it after
 * any loss, so nothing is missed and nothing comes twice; topics are counted, so two parts of a page may
 * want the same one.
 */
export class Live {
  private socket: WebSocket | null = null;
  private cursor: string | null = null;
  /** Nothing has been told yet: what pages fetched so far may lack what happened meanwhile. */
  private fresh = true;
  private wanted = new Map<string, number>();
  private looking: string | null = null;
  private silently = false;
  private attempts = 0;
  private stopped = true;
  private heardAt = 0;
  private retry?: ReturnType<typeof setTimeout>;
  private beat?: ReturnType<typeof setInterval>;
  private topicsSoon?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly address: () => string,
    private readonly handlers: LiveHandlers,
    private readonly make: (url: string) => WebSocket = (url) => new WebSocket(url),
  ) {}

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    window.addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    window.removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    clearTimeout(this.retry);
    clearInterval(this.beat);
    this.socket?.close();
    this.socket = null;
    this.cursor = null;
    this.fresh = true;
  }

  /** Wants events of `topics` until the returned function is called. */
  want(topics: string[]): () => void {
    for (const topic of topics) this.wanted.set(topic, (this.wanted.get(topic) ?? 0) + 1);
    this.tellTopics();
    let given = false;
    return () => {
      if (given) return;
      given = true;
      for (const topic of topics) {
        const left = (this.wanted.get(topic) ?? 1) - 1;
        if (left > 0) this.wanted.set(topic, left);
        else this.wanted.delete(topic);
      }
      this.tellTopics();
    };
  }

  typing(conversationId: string, on: boolean): void {
    this.send({ type: "typing", conversation_id: conversationId, on });
  }

  /** Tells colleagues which conversation is on this screen; null when none is. A lead may look silently. */
  viewing(conversationId: string | null, silent = false): void {
    this.looking = conversationId;
    this.silently = silent;
    this.send({ type: "viewing", conversation_id: conversationId, ...(silent ? { silent } : {}) });
  }

  private readonly hurry = (): void => {
    if (document.visibilityState === "hidden" || this.stopped || this.socket?.readyState === WebSocket.OPEN) return;
    this.attempts = 0;
    clearTimeout(this.retry);
    this.connect();
  };

  private connect(): void {
    if (this.stopped || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    this.handlers.state("connecting");
    const socket = this.make(this.address());
    this.socket = socket;
    socket.onopen = () => {
      this.heardAt = Date.now();
      this.send({ type: "start", cursor: this.cursor, topics: [...this.wanted.keys()] });
      clearInterval(this.beat);
      this.beat = setInterval(() => this.ping(), PING_MS);
    };
    socket.onmessage = (message) => {
      const frames = JSON.parse(String(message.data)) as Frame | Frame[];
      for (const frame of Array.isArray(frames) ? frames : [frames]) this.take(frame);
    };
    socket.onclose = (event) => this.lost(socket, event?.code);
  }

  private take(frame: Frame): void {
    this.heardAt = Date.now();
    if (frame.type === "started") {
      this.cursor = frame.cursor;
      this.attempts = 0;
      if (this.looking) this.viewing(this.looking, this.silently);
      this.handlers.state("open");
      if (this.fresh) this.handlers.reset();
      this.fresh = false;
    } else if (frame.type === "event") {
      this.cursor = frame.cursor;
      this.handlers.event(frame);
    } else if (frame.type === "signal") this.handlers.signal(frame);
    else if (frame.type === "reset") {
      this.cursor = null;
      this.handlers.reset();
    }
  }

  private ping(): void {
    if (Date.now() - this.heardAt > SILENCE_MS) this.socket?.close();
    else this.send({ type: "ping" });
  }

  private lost(socket: WebSocket, code?: number): void {
    if (this.socket !== socket) return;
    this.socket = null;
    clearInterval(this.beat);
    if (this.stopped) return;
    if (code === SIGNED_OUT) return void this.handlers.refused?.();
    this.handlers.state("away");
    const longest = Math.min(LONGEST_WAIT_MS, 400 * 2 ** this.attempts);
    this.attempts += 1;
    // Spread out, so that a restarted server is not met by every desk in the same instant.
    this.retry = setTimeout(() => this.connect(), longest * (0.5 + Math.random() / 2));
  }

  private tellTopics(): void {
    clearTimeout(this.topicsSoon);
    this.topicsSoon = setTimeout(() => this.send({ type: "topics", topics: [...this.wanted.keys()] }), 60);
  }

  private send(frame: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}
