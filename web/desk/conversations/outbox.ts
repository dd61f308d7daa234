import { ApiError } from "@api/client";
import * as conversations from "@api/conversations";
import type { Attachment, Message } from "@api/types";
import { defineStore } from "pinia";
import { ref, watch } from "vue";
import { useDesk } from "@desk/live";
import { uuid } from "@ui/uuid";

export interface Outgoing {
  client_id: string;
  conversation_id: string;
  kind: "reply" | "note";
  text: string;
  attachments: Attachment[];
  phrase_id?: string;
  at: string;
  state: "sending" | "failed";
  why?: string;
}

const KEPT = "xiaoer.outbox";
const WAITS_MS = [800, 2000, 4000, 8000, 15_000];
const away = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status >= 500);

/**
 * What was written and is not yet with the server. Each entry carries the id it will have, so sending it again
 * can never make two messages of it; entries of one conversation leave one after the other, in order.
 */
export const useOutbox = defineStore("outbox", () => {
  const entries = ref<Outgoing[]>(restored());
  const running = new Set<string>();
  watch(entries, (now) => localStorage.setItem(KEPT, JSON.stringify(now)), { deep: true });

  const of = (id: string) => entries.value.filter((entry) => entry.conversation_id === id);

  function send(entry: Omit<Outgoing, "client_id" | "at" | "state">): void {
    entries.value.push({ ...entry, client_id: uuid(), at: new Date().toISOString(), state: "sending" });
    void run(entry.conversation_id);
  }

  function again(clientId: string): void {
    const entry = entries.value.find((one) => one.client_id === clientId);
    if (!entry) return;
    entry.state = "sending";
    void run(entry.conversation_id);
  }

  function discard(clientId: string): Outgoing | undefined {
    const at = entries.value.findIndex((one) => one.client_id === clientId);
    return at >= 0 ? entries.value.splice(at, 1)[0] : undefined;
  }

  /** The server has it, whoever told us first: the answer to our request or the live news. */
  function settled(message: Message): void {
    discard(message.client_id);
  }

  async function run(id: string): Promise<void> {
    if (running.has(id)) return;
    running.add(id);
    try {
      for (let entry = next(id); entry; entry = next(id)) await deliver(entry);
    } finally {
      running.delete(id);
    }
  }

  const next = (id: string) => of(id).find((entry) => entry.state === "sending");

  async function deliver(entry: Outgoing): Promise<void> {
    for (const wait of [...WAITS_MS, null]) {
      try {
        const message = await conversations.say(entry.conversation_id, {
          client_id: entry.client_id,
          kind: entry.kind,
          text: entry.text,
          attachment_ids: entry.attachments.map((file) => file.id),
          ...(entry.phrase_id ? { phrase_id: entry.phrase_id } : {}),
        });
        useDesk().message(message);
        settled(message);
        return;
      } catch (error) {
        const live = entries.value.find((one) => one.client_id === entry.client_id);
        if (!live) return;
        if (!away(error) || wait === null) {
          Object.assign(live, { state: "failed", why: (error as Error).message });
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  /** Takes up again what a closed page left behind. */
  function resume(): void {
    for (const id of new Set(entries.value.filter((entry) => entry.state === "sending").map((entry) => entry.conversation_id))) void run(id);
  }

  return { entries, of, send, again, discard, settled, resume };
});

function restored(): Outgoing[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "[]") as Outgoing[];
  } catch {
    return [];
  }
}
