import * as conversations from "@api/conversations";
import type { Attachment } from "@api/types";
import { defineStore } from "pinia";
import { reactive, watch } from "vue";

export interface Draft {
  kind: "reply" | "note";
  reply: string;
  note: string;
  attachments: Attachment[];
  phrase_id?: string;
}
const KEPT = "xiaoer.drafts";
const SETTLE_MS = 1200;

/** What is half written, per conversation: kept in the browser at once and on the server when the typing pauses. */
export const useDrafts = defineStore("drafts", () => {
  const all = reactive<Record<string, Draft>>(restored());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  watch(all, (now) => localStorage.setItem(KEPT, JSON.stringify(now)));

  function of(id: string): Draft {
    all[id] ??= { kind: "reply", reply: "", note: "", attachments: [] };
    return all[id];
  }

  /** The server's copy fills an empty draft: it was begun at another desk. */
  function adopt(id: string, kept: { kind: "reply" | "note"; text: string } | null): void {
    const draft = of(id);
    if (!kept || draft.reply || draft.note) return;
    draft[kept.kind] = kept.text;
    draft.kind = kept.kind;
  }

  function keep(id: string): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => {
        const draft = of(id);
        conversations.draft(id, draft.kind, draft[draft.kind]).catch(() => {});
      }, SETTLE_MS),
    );
  }

  function clear(id: string): void {
    const draft = of(id);
    draft[draft.kind] = "";
    draft.attachments = [];
    draft.phrase_id = undefined;
    clearTimeout(timers.get(id));
    conversations.draft(id, draft.kind, "").catch(() => {});
  }

  return { all, of, adopt, keep, clear };
});

function restored(): Record<string, Draft> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Record<string, Draft>;
    return Object.fromEntries(Object.entries(kept).filter(([, draft]) => draft.reply || draft.note || draft.attachments.length));
  } catch {
    return {};
  }
}
