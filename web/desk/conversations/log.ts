import type { Message } from "@api/types";
import type { Outgoing } from "./outbox";

export type Receipt = "sent" | "delivered" | "read";
export type Entry =
  | { key: string; is: "day"; at: string }
  | { key: string; is: "unread" }
  | { key: string; is: "message"; message: Message; first: boolean; receipt?: Receipt }
  | { key: string; is: "outgoing"; outgoing: Outgoing };

/** Messages of one person within this time stand together under one name. */
const TOGETHER_MS = 3 * 60_000;

export interface Marks {
  deliveredSeq: number;
  readSeq: number;
  /** Where the reader had stopped when the page was opened; 0 shows no divider. */
  unreadFrom: number;
}

const sameDay = (a: string, b: string) => new Date(a).toDateString() === new Date(b).toDateString();
const ours = (message: Message) => message.from === "agent" || message.from === "bot";

function together(before: Message | undefined, message: Message): boolean {
  return Boolean(before && before.from === message.from && before.author?.id === message.author?.id && before.auto === message.auto && Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS && sameDay(before.at, message.at));
}

/** The talk as it is shown: days, the line where the unread begin, messages, and what is still on its way. */
export function entries(items: Message[], outgoing: Outgoing[], marks: Marks): Entry[] {
  const shown: Entry[] = [];
  const here = new Set(items.map((message) => message.client_id));
  const lastOurs = items.findLast(ours);
  let divided = marks.unreadFrom === 0;
  items.forEach((message, index) => {
    const before = items[index - 1];
    const newDay = !before || !sameDay(before.at, message.at);
    if (newDay) shown.push({ key: `day-${message.at.slice(0, 10)}-${message.seq}`, is: "day", at: message.at });
    const divide = !divided && message.from === "customer" && message.seq > marks.unreadFrom;
    if (divide) {
      shown.push({ key: "unread", is: "unread" });
      divided = true;
    }
    shown.push({ key: message.client_id || message.id, is: "message", message, first: newDay || divide || !together(before, message), receipt: message === lastOurs ? receiptOf(message, marks) : undefined });
  });
  for (const one of outgoing) if (!here.has(one.client_id)) shown.push({ key: one.client_id, is: "outgoing", outgoing: one });
  return shown;
}

export function receiptOf(message: Message, marks: Marks): Receipt {
  if (message.seq <= marks.readSeq) return "read";
  return message.seq <= marks.deliveredSeq ? "delivered" : "sent";
}
