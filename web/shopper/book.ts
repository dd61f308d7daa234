import type { Outgoing, ShopperMessage, Talk } from "./types";

/** `known` with `incoming` laid in: by seq, each once. The same array comes back when nothing is new. */
export function laidIn(known: ShopperMessage[], incoming: ShopperMessage[]): ShopperMessage[] {
  const seqs = new Set(known.map((each) => each.seq));
  const fresh = incoming.filter((each) => !seqs.has(each.seq) && seqs.add(each.seq));
  if (fresh.length === 0) return known;
  const last = known.at(-1)?.seq ?? 0;
  const joined = [...known, ...fresh];
  return fresh.every((each, at) => each.seq > (fresh[at - 1]?.seq ?? last)) ? joined : joined.sort((a, b) => a.seq - b.seq);
}

/** What is still under way once `arrived` is on the page. */
export function stillOut(outgoing: Outgoing[], arrived: ShopperMessage[]): Outgoing[] {
  const here = new Set(arrived.map((each) => each.client_id));
  return outgoing.some((each) => here.has(each.client_id)) ? outgoing.filter((each) => !here.has(each.client_id)) : outgoing;
}

export type Tick = "sent" | "delivered" | "read";

export function tickOf(message: ShopperMessage, talk: Talk | null): Tick {
  if (!talk || message.seq > Math.max(talk.staff_delivered_seq, talk.staff_read_seq)) return "sent";
  return message.seq <= talk.staff_read_seq ? "read" : "delivered";
}

export interface Row {
  key: string;
  /** A day begins here. */
  day: string | null;
  message: ShopperMessage | null;
  outgoing: Outgoing | null;
  /** Says who speaks; later ones of the same author within minutes do not repeat it. */
  opens: boolean;
  /** The last of its author's run. */
  ends: boolean;
}

const RUN_MS = 5 * 60_000;

const dayOf = (iso: string): string => new Date(iso).toDateString();

function sameRun(a: Row, b: Row): boolean {
  const [from, to] = [a.message?.from ?? "me", b.message?.from ?? "me"];
  if (from !== to || from === "system" || a.message?.author_name !== b.message?.author_name) return false;
  return Date.parse(timeOf(b)) - Date.parse(timeOf(a)) < RUN_MS;
}

export const timeOf = (row: Row): string => row.message?.at ?? row.outgoing?.at ?? "";

/** The rows of the page: messages, then what is under way, with days and runs marked. */
export function rowsOf(messages: ShopperMessage[], outgoing: Outgoing[]): Row[] {
  const rows: Row[] = [
    ...messages.map((message) => ({ key: message.client_id || message.id, message, outgoing: null })),
    ...outgoing.map((each) => ({ key: each.client_id, message: null, outgoing: each })),
  ].map((row) => ({ ...row, day: null, opens: true, ends: true }));
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (!before || dayOf(timeOf(before)) !== dayOf(timeOf(row))) row.day = timeOf(row);
    if (before && !row.day && sameRun(before, row)) {
      row.opens = false;
      before.ends = false;
    }
  });
  return rows;
}

/** The newest message of somebody else, for read and delivered marks. */
export function lastFromShop(messages: ShopperMessage[]): number {
  return messages.findLast((each) => each.from !== "me")?.seq ?? 0;
}
