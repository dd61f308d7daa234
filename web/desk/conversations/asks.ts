import type { Conversation, Message } from "@api/types";
import { reactive, shallowRef } from "vue";

/** Something to be done with one message; the side panel, which knows the orders, opens the form. */
export interface Ask {
  what: "evidence" | "remark" | "phrase";
  message: Message | null;
  conversation: Conversation;
}
export const asked = shallowRef<Ask | null>(null);

/** The order that the side panel shows first for a talk: what phrases and sentences are about. */
export const focusOrder = reactive(new Map<string, string>());

/** Text that another part of the page puts into the composer, e.g. an order's status sentence. */
export const offered = shallowRef<{ conversation_id: string; text: string; at: number } | null>(null);

export function offer(conversationId: string, text: string): void {
  offered.value = { conversation_id: conversationId, text, at: Date.now() };
}
