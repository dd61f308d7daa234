import { computed, reactive, ref } from "vue";
import { locale } from "@ui/locale";
import { ask, bearer, Refusal, setBearer } from "./api";
import { laidIn, lastFromShop, stillOut } from "./book";
import { embedded, tellHost } from "./frame";
import { keep, recall } from "./keep";
import { Live, type LiveEvent } from "./live";
import { flush, outbox } from "./outbox";
import type { Identity, Page, Shop, ShopperMessage, Talk, Visit } from "./types";

export const shopCode = decodeURIComponent(location.pathname.split("/")[2] ?? "");

const TYPING_SHOWN_MS = 6000;
const QUEUE_LOOK_MS = 15_000;

export const page = reactive({
  phase: "loading" as "loading" | "ready" | "error",
  error: null as Refusal | null,
  shop: null as Shop | null,
  verified: false,
  talk: null as Talk | null,
  messages: [] as ShopperMessage[],
  more: false,
  typing: null as string | null,
  connection: "connecting" as "connecting" | "open" | "away",
  /** Whether the visitor can see the chat: the tab is in front and the widget is open. */
  shown: !embedded,
  readSeq: 0,
  /** Counts the people at this browser; each begins with an empty field. */
  person: 0,
});

export const unread = computed(() => page.messages.filter((each) => each.seq > page.readSeq && (each.from === "agent" || each.from === "bot")).length);

/** Spoken by screen readers, once per message that comes in. */
export const heard = ref<ShopperMessage | null>(null);

let identity: Identity | null = null;
let typingEnds: ReturnType<typeof setTimeout> | undefined;
let looking = false;
let restarting: Promise<void> | null = null;

const live = new Live({
  event: takeEvent,
  typing: (typing) => showTyping(typing.from === "agent" && typing.on ? typing.name : null),
  started: (resumed) => {
    if (!resumed) void catchUp();
    void flush();
  },
  state: (state) => (page.connection = state),
  refused: () => void restart(),
});

/** The customer signed out at the shop: the next person at this browser is nobody we know. */
export function forget(): void {
  if (!page.verified) return;
  keep(shopCode, "visitor", null);
  keep(shopCode, "who", null);
  dropUnsent();
  void begin(null);
}

/** What one person began to write must not be sent in the name of the next. */
function dropUnsent(): void {
  keep(shopCode, "draft", "");
  outbox.list = [];
  keep(shopCode, "outbox", []);
  page.person += 1;
}

/** Opens the chat as who the visitor was last time, or as whom the shop vouches for. */
export async function begin(vouched: Identity | null = identity): Promise<void> {
  identity = vouched;
  page.error = null;
  if (vouched) {
    const before = recall<string>(shopCode, "who");
    if (before && before !== vouched.id) dropUnsent();
    keep(shopCode, "who", vouched.id);
  }
  try {
    const found = await visit(recall<string>(shopCode, "visitor"));
    takeVisit(found);
    // Nobody has anything to tell a visitor who has not said a word yet.
    if (found.customer.name) live.start();
    else {
      live.stop();
      page.connection = navigator.onLine ? "open" : "away";
    }
    void flush();
  } catch (error) {
    page.error = error as Refusal;
    if (page.phase === "loading") page.phase = "error";
  }
}

async function visit(known: string | null): Promise<Visit> {
  const body = { visitor_token: known, identity, locale: locale.value, page_url: document.referrer.slice(0, 500) || null };
  try {
    return await ask<Visit>("POST", `/chat/${encodeURIComponent(shopCode)}/visits`, body);
  } catch (error) {
    // A token from another time: begin as a new visitor rather than not at all.
    if (!known || !(error instanceof Refusal) || error.status !== 401) throw error;
    return visit(null);
  }
}

function takeVisit(visit: Visit): void {
  setBearer(visit.visitor_token);
  keep(shopCode, "visitor", visit.visitor_token);
  page.shop = visit.shop;
  page.verified = visit.customer.verified;
  takeTalk(visit.conversation);
  takeMessages(visit.conversation?.messages ?? [], false);
  page.more = visit.conversation?.more ?? false;
  page.phase = "ready";
}

/** The token no longer counts: ask for a new one, once for everybody who noticed. */
export function restart(): Promise<void> {
  restarting ??= begin().finally(() => (restarting = null));
  return restarting;
}

async function catchUp(): Promise<void> {
  try {
    const { conversation } = await ask<{ conversation: Talk | null }>("GET", "/chat/talk");
    takeTalk(conversation);
    if (!conversation) return;
    for (let more = true; more; ) {
      const news = await ask<Page>("GET", `/chat/messages?after=${page.messages.at(-1)?.seq ?? 0}`);
      takeMessages(news.items, true);
      more = news.more && news.items.length > 0;
    }
  } catch {
    // The next connection asks again.
  }
}

function takeTalk(talk: Talk | null): void {
  if (talk?.id !== page.talk?.id) {
    // The first words of a talk are on the page before its head is.
    if (page.talk) page.messages = [];
    page.readSeq = talk ? (recall<number>(shopCode, `read:${talk.id}`) ?? 0) : 0;
  }
  const place = talk?.queued ? (talk.queue ?? page.talk?.queue) : null;
  page.talk = talk && { ...talk, queue: place };
  if (talk?.queued && !place) void lookAtQueue();
}

function takeEvent(event: LiveEvent): void {
  if (event.talk) takeTalk(event.talk);
  if (event.message) takeMessages([event.message], true);
}

/** Lays messages in; `spoken` ones are news and are read aloud and reported as delivered. */
export function takeMessages(incoming: ShopperMessage[], spoken: boolean): void {
  const before = lastFromShop(page.messages);
  page.messages = laidIn(page.messages, incoming);
  outbox.list = stillOut(outbox.list, incoming);
  const last = lastFromShop(page.messages);
  if (last > before) {
    showTyping(null);
    live.send({ type: "delivered", seq: last });
    if (spoken) heard.value = page.messages.findLast((each) => each.seq === last) ?? null;
  }
  markRead();
}

export async function loadEarlier(): Promise<void> {
  const first = page.messages[0];
  if (!first || !page.more) return;
  const earlier = await ask<Page>("GET", `/chat/messages?before=${first.seq}`);
  page.messages = laidIn(page.messages, earlier.items);
  page.more = earlier.more;
}

/** The visitor has the newest message before their eyes. */
export function markRead(): void {
  const last = lastFromShop(page.messages);
  if (!page.shown || document.visibilityState === "hidden" || last <= page.readSeq || !page.talk) return;
  page.readSeq = last;
  keep(shopCode, `read:${page.talk.id}`, last);
  if (!live.send({ type: "read", seq: last })) void ask("PUT", "/chat/read", { seq: last }).catch(() => undefined);
}

export function tellTyping(on: boolean): void {
  if (page.talk) live.send({ type: "typing", on });
}

function showTyping(name: string | null): void {
  clearTimeout(typingEnds);
  page.typing = name;
  if (name !== null) typingEnds = setTimeout(() => (page.typing = null), TYPING_SHOWN_MS);
}

document.addEventListener("visibilitychange", markRead);
window.addEventListener("online", () => {
  if (page.phase === "error") return void begin();
  if (!page.talk) page.connection = "open";
  void flush();
});
setInterval(() => {
  if (page.talk?.queued && page.shown && document.visibilityState === "visible" && bearer()) void lookAtQueue();
}, QUEUE_LOOK_MS);

async function lookAtQueue(): Promise<void> {
  if (looking) return;
  looking = true;
  const answer = await ask<{ conversation: Talk | null }>("GET", "/chat/talk").catch(() => null);
  looking = false;
  if (answer) takeTalk(answer.conversation);
}

outbox.confirmed = (message) => {
  tellHost({ type: "xiaoer:talked" });
  takeMessages([message], false);
  if (!page.talk) live.start();
};
outbox.unknown = restart;
