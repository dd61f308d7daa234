import type { Message } from "@api/types";

/** The messages of one conversation as loaded so far: a window without holes, oldest first. */
export interface Stream {
  items: Message[];
  /** Older ones exist before the first. */
  more: boolean;
}

export const lastSeq = (stream: Stream | undefined): number => stream?.items[stream.items.length - 1]?.seq ?? 0;

/** Whether `message` may be appended, is already here, or shows that something in between is missing. */
export function fit(stream: Stream, message: Message): "next" | "known" | "gap" {
  const last = lastSeq(stream);
  if (message.seq === last + 1) return "next";
  return message.seq <= last ? "known" : "gap";
}

/** Both windows as one, each message once, ordered by seq; a later copy of a message wins. */
export function joined(stream: Stream | undefined, items: Message[], more = stream?.more ?? false): Stream {
  const bySeq = new Map<number, Message>();
  for (const message of [...(stream?.items ?? []), ...items]) bySeq.set(message.seq, message);
  return { items: [...bySeq.values()].sort((a, b) => a.seq - b.seq), more };
}
