import { reactive } from "vue";
import { ask, bearer, Refusal } from "./api";
import { keep, recall } from "./keep";
import { uuid } from "@ui/uuid";
import type { Attachment, Outgoing, ShopperMessage } from "./types";

const RETRY_MS = 3000;
const shop = decodeURIComponent(location.pathname.split("/")[2] ?? "");

/** What the visitor has sent and the server has not confirmed. It outlives the page. */
export const outbox = reactive({
  list: (recall<Outgoing[]>(shop, "outbox") ?? []).map((each) => ({ ...each, state: each.state === "failed" ? "failed" : "waiting" }) as Outgoing),
  confirmed: (_message: ShopperMessage): void => undefined,
  /** The server does not know this visitor any more. */
  unknown: (): Promise<void> => Promise.resolve(),
});

let busy = false;
let again: ReturnType<typeof setTimeout> | undefined;

const store = (): void => keep(shop, "outbox", outbox.list);

export function send(text: string, attachments: Attachment[], orderNo: string | null): void {
  outbox.list.push({
    client_id: uuid(),
    text,
    attachments,
    order_no: orderNo,
    at: new Date().toISOString(),
    state: "waiting",
    error: null,
  });
  store();
  void flush();
}

export function retry(clientId: string): void {
  const found = outbox.list.find((each) => each.client_id === clientId);
  if (!found) return;
  found.state = "waiting";
  found.error = null;
  void flush();
}

export function discard(clientId: string): void {
  outbox.list = outbox.list.filter((each) => each.client_id !== clientId);
  store();
}

/** Sends what waits, one after the other, so that the shop reads it in the order it was written. */
export async function flush(): Promise<void> {
  if (busy || !bearer()) return;
  busy = true;
  clearTimeout(again);
  try {
    for (let next = waiting(); next; next = waiting()) {
      if (!(await sendOne(next))) return;
    }
  } finally {
    busy = false;
    store();
  }
}

const waiting = (): Outgoing | undefined => outbox.list.find((each) => each.state === "waiting");

/** True when the next one may follow. The same client_id makes a repeated try harmless. */
async function sendOne(item: Outgoing): Promise<boolean> {
  item.state = "sending";
  const body = { client_id: item.client_id, text: item.text, attachment_ids: item.attachments.map((each) => each.id), order_no: item.order_no };
  try {
    const message = await ask<ShopperMessage>("POST", "/chat/messages", body);
    outbox.list = outbox.list.filter((each) => each.client_id !== item.client_id);
    outbox.confirmed(message);
    return true;
  } catch (error) {
    return refused(item, error as Refusal);
  }
}

async function refused(item: Outgoing, error: Refusal): Promise<boolean> {
  const found = outbox.list.find((each) => each.client_id === item.client_id) ?? item;
  if (error.status === 401) {
    found.state = "waiting";
    await outbox.unknown();
    again = setTimeout(() => void flush(), RETRY_MS);
    return false;
  }
  if (error.passing) {
    found.state = "waiting";
    const seconds = Number(error.detail?.seconds ?? 0);
    again = setTimeout(() => void flush(), Math.max(RETRY_MS, seconds * 1000));
    return false;
  }
  found.state = "failed";
  found.error = error.message;
  return true;
}
