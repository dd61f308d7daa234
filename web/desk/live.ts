import * as conversations from "@api/conversations";
import { Live, type LiveEvent, type LiveSignal, type LiveState } from "@api/live";
import type { Conversation, Message, Ref, Row } from "@api/types";
import type { QueryClient } from "@tanstack/vue-query";
import { reactive, ref } from "vue";
import type { ListFilters } from "@api/conversations";
import { prompted } from "./conversations/holds";
import { withRow, type Pages } from "./conversations/lists";
import { fit, joined, lastSeq, type Stream } from "./conversations/stream";

/** What the socket says, written into the query cache: the only place where live news meets the pages. */
export const liveState = ref<LiveState>("connecting");
export const typingIn = reactive(new Map<string, number>());
export const viewersOf = reactive(new Map<string, Ref[]>());
/** A customer's typing hint fades unless it is renewed. */
const TYPING_MS = 6000;
const COUNTS_MS = 700;

export function showTyping(id: string): void {
  const until = Date.now() + TYPING_MS;
  typingIn.set(id, until);
  setTimeout(() => typingIn.get(id) === until && typingIn.delete(id), TYPING_MS);
}

export class Desk {
  readonly live: Live;
  private countsSoon?: ReturnType<typeof setTimeout>;
  private filling = new Map<string, Promise<void>>();

  constructor(
    private readonly cache: QueryClient,
    private readonly me: () => string,
    refused: () => void = () => {},
    /** A customer of mine said something. */
    private readonly heard: () => void = () => {},
    /** Somebody waits beyond the target or beyond what was promised, and it is mine to know. */
    private readonly late: (row: Row, kind: string) => void = () => {},
    make?: (url: string) => WebSocket,
  ) {
    const address = () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`;
    this.live = new Live(
      address,
      {
        event: (event) => this.event(event),
        signal: (signal) => this.signal(signal),
        reset: () => void this.cache.invalidateQueries(),
        refused,
        state: (state) => (liveState.value = state),
      },
      make,
    );
  }

  event(event: LiveEvent): void {
    if (event.conversation) this.row(event.conversation);
    if (event.message?.from === "customer" && event.conversation?.assignee?.id === this.me()) this.heard();
    if (event.message) this.message(event.message);
    this.hold(event);
    newsOf.get(event.kind)?.(event);
    if (event.conversation && this.tells(event)) this.late(event.conversation, event.kind);
    this.facts(event);
  }

  /** RSP-5 to the leads; HOLD-7 to whoever owes the answer, too. */
  private tells(event: LiveEvent): boolean {
    const leads = (event.data?.lead_ids as string[] | undefined) ?? [];
    const mine = event.conversation?.assignee?.id === this.me();
    if (event.kind === "HoldExpired") return mine || leads.includes(this.me());
    if (event.kind === "HoldReminded") return mine && event.data?.what === "expiring";
    return event.kind === "WaitedTooLong" && leads.includes(this.me());
  }

  /** HOLD-6: the bar above the composer asks for a word until one is said. */
  private hold(event: LiveEvent): void {
    const id = event.conversation?.id;
    if (!id) return;
    if (event.kind === "HoldReminded") prompted.add(id);
    else if (event.kind.startsWith("Hold") || event.message?.from === "agent") prompted.delete(id);
  }

  /** One changed conversation, into every list that shows it and into its open page. */
  row(row: Row): void {
    for (const [key, data] of this.cache.getQueriesData<Pages>({ queryKey: ["conversations"] })) {
      const filters = key[1] as ListFilters | undefined;
      if (!data?.pages || !filters) continue;
      if (filters.view && !KNOWN_VIEWS.has(filters.view)) void this.cache.invalidateQueries({ queryKey: key });
      else this.cache.setQueryData(key, withRow(data, row, filters, this.me()));
    }
    const key = ["conversation", row.id];
    const open = this.cache.getQueryData<Conversation>(key);
    if (open && open.version <= row.version) {
      this.cache.setQueryData<Conversation>(key, { ...open, ...row });
      // A turn began or ended, or the talk changed hands: response times and what is allowed are the server's to say.
      if (open.waiting_since !== row.waiting_since || open.state !== row.state || open.assignee?.id !== row.assignee?.id) void this.cache.invalidateQueries({ queryKey: key });
    }
    this.countsLater();
  }

  message(message: Message): void {
    const key = ["messages", message.conversation_id];
    const stream = this.cache.getQueryData<Stream>(key);
    if (message.from === "customer") typingIn.delete(message.conversation_id);
    if (!stream) return;
    if (fit(stream, message) === "gap") void this.fill(message.conversation_id);
    else this.cache.setQueryData(key, joined(stream, [message]));
  }

  /** Fetches what came after the last known message; several gaps at once share one fetch. */
  fill(id: string): Promise<void> {
    const running = this.filling.get(id);
    if (running) return running;
    const work = this.fetchAfter(id).finally(() => this.filling.delete(id));
    this.filling.set(id, work);
    return work;
  }

  private async fetchAfter(id: string): Promise<void> {
    for (let more = true; more; ) {
      const stream = this.cache.getQueryData<Stream>(["messages", id]);
      const page = await conversations.messages(id, { after: lastSeq(stream) }, 200);
      this.cache.setQueryData<Stream>(["messages", id], (now) => joined(now, page.items, now?.more ?? false));
      more = page.more && page.items.length > 0;
    }
  }

  private signal(signal: LiveSignal): void {
    const id = String(signal.data.conversation_id ?? "");
    if (signal.kind === "typing") {
      if (signal.data.from && signal.data.from !== "customer") return;
      if (signal.data.on) showTyping(id);
      else typingIn.delete(id);
    } else if (signal.kind === "viewers") viewersOf.set(id, (signal.data.viewers as Ref[]) ?? []);
    else void this.cache.invalidateQueries({ queryKey: ["agents"] });
  }

  /** Everything that is not a row or a message: how far the customer has read, and pages that only need a new look. */
  private facts(event: LiveEvent): void {
    const data = event.data ?? {};
    const id = event.conversation?.id ?? String(data.conversation_id ?? "");
    if (id && (data.customer_read_seq !== undefined || data.customer_delivered_seq !== undefined))
      this.cache.setQueryData<Conversation>(["conversation", id], (open) =>
        open && {
          ...open,
          customer_read_seq: Math.max(open.customer_read_seq, Number(data.customer_read_seq ?? 0)),
          customer_delivered_seq: Math.max(open.customer_delivered_seq, Number(data.customer_delivered_seq ?? data.customer_read_seq ?? 0)),
        },
      );
    for (const [room, kinds] of ROOMS) if (kinds.test(event.kind)) void this.cache.invalidateQueries({ queryKey: [room] });
  }

  private countsLater(): void {
    this.countsSoon ??= setTimeout(() => {
      this.countsSoon = undefined;
      void this.cache.invalidateQueries({ queryKey: ["counts"] });
    }, COUNTS_MS);
  }
}

/** What is said aloud when such an event comes, whichever page is open. */
export const newsOf = new Map<string, (event: LiveEvent) => void>();

const KNOWN_VIEWS = new Set(["mine", "unassigned", "all", "waiting", "snoozed", "closed"]);
/** Which pages have to look again after an event, told by the start of its name. */
const ROOMS: [string, RegExp][] = [
  ["orders", /^(Order|Remark|Parcel)/],
  ["shipping", /^(BoardChanged|Reminder|Delay|Trouble)/],
  ["late-holds", /^Hold/],
  ["hold-report", /^Hold/],
  ["tasks", /^Task/],
  ["training", /^(Sitting|Exam|Course)/],
  ["calls", /^Call/],
  ["cases", /^(Case|Recovery|PlatformAsked)/],
  ["assist", /^(TalkRead|TopicTaught|FeatureSwitched)/],
  ["phrases", /^Phrase/],
  ["evidence", /^Evidence/],
  ["customers", /^(Customer(?!Left)|Personal|Consent)/],
  ["imports", /^Import/],
  ["agents", /^(Agent|Presence|Role|Group)/],
];
let desk: Desk | undefined;

export function openDesk(cache: QueryClient, me: () => string, ...on: [refused: () => void, heard: () => void, late: (row: Row, kind: string) => void]): Desk {
  desk ??= new Desk(cache, me, ...on);
  return desk;
}

export function useDesk(): Desk {
  if (!desk) throw new Error("The desk is opened in main.ts before any page asks for it.");
  return desk;
}
