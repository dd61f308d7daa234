import { describe, expect, it } from "vitest";
import { laidIn, lastFromShop, rowsOf, stillOut, tickOf } from "../../shopper/book";
import type { Outgoing, ShopperMessage, Talk } from "../../shopper/types";

const said = (seq: number, more: Partial<ShopperMessage> = {}): ShopperMessage => ({
  id: `id-${seq}`,
  client_id: `c-${seq}`,
  seq,
  from: "agent",
  author_name: "小林",
  kind: "text",
  text: String(seq),
  attachments: [],
  card: null,
  system: null,
  at: `2026-11-02T02:0${seq % 10}:00Z`,
  ...more,
});
const out = (client_id: string, at = "2026-11-02T02:09:30Z"): Outgoing => ({ client_id, text: "…", attachments: [], order_no: null, at, state: "waiting", error: null });
const talk = (delivered: number, read: number): Talk => ({ id: "t", number: 1, state: "open", agent: null, queued: false, queue: null, staff_delivered_seq: delivered, staff_read_seq: read, hold_until: null });

describe("messages laid in", () => {
  it("come in order and each once, however they arrive", () => {
    const known = laidIn([], [said(3), said(1)]);
    const all = laidIn(known, [said(2), said(3), said(4)]);
    expect(all.map((each) => each.seq)).toEqual([1, 2, 3, 4]);
  });
  it("change nothing when nothing is new", () => {
    const known = [said(1), said(2)];
    expect(laidIn(known, [said(2)])).toBe(known);
  });
  it("end what was under way", () => {
    const waiting = [out("c-1"), out("c-9")];
    expect(stillOut(waiting, [said(1)]).map((each) => each.client_id)).toEqual(["c-9"]);
    expect(stillOut(waiting, [said(5)])).toBe(waiting);
  });
});

describe("ticks", () => {
  it("[CHN-1] go from sent over delivered to read", () => {
    expect(tickOf(said(3), null)).toBe("sent");
    expect(tickOf(said(3), talk(2, 1))).toBe("sent");
    expect(tickOf(said(3), talk(3, 1))).toBe("delivered");
    expect(tickOf(said(3), talk(3, 3))).toBe("read");
  });
  it("count what the shop said last", () => {
    expect(lastFromShop([said(1), said(2, { from: "me" })])).toBe(1);
    expect(lastFromShop([])).toBe(0);
  });
});

describe("rows", () => {
  it("mark days and runs of one author", () => {
    const rows = rowsOf([said(1), said(2), said(3, { from: "me" }), said(4, { at: "2026-11-04T02:00:00Z" })], [out("x", "2026-11-04T02:01:00Z")]);
    expect(rows.map((row) => Boolean(row.day))).toEqual([true, false, false, true, false]);
    expect(rows.map((row) => row.opens)).toEqual([true, false, true, true, true]);
    expect(rows.map((row) => row.ends)).toEqual([false, true, true, true, true]);
  });
  it("break a run after some minutes", () => {
    const rows = rowsOf([said(1), said(7)], []);
    expect(rows[1]?.opens).toBe(true);
  });
});
