import { describe, expect, test } from "vitest";
import { firstHole, matching, slashAt, strangers, unfilled } from "@desk/conversations/slash";
import { csv } from "@desk/parts/csv";
import { marked } from "@desk/conversations/marked";
import { entries, type Entry } from "@desk/conversations/log";
import { hoursText, intervals } from "@desk/channels/hours";
import type { Phrase } from "@api/types";
import { message } from "./fixtures";

const phrase = (more: Partial<Phrase>): Phrase => ({ id: "p", scope: "shared", shop_id: "s1", category_id: "c", title: "物流进度", initials: "wljd", shortcut: "wl", text: "已由顺丰发出", variants: [], valid_from: null, valid_until: null, conditions: "", keeper_id: null, review_days: null, reviewed_at: null, review_due_at: null, review_reason: null, version: 1, uses: 0, retired: false, updated_at: "", variables: [], ...more });

describe("[QP-1] phrases in the composer", () => {
  test("a slash at a line start or after a space opens the list, one inside a word does not", () => {
    expect(slashAt("/", 1)).toEqual({ from: 0, query: "" });
    expect(slashAt("您好 /wl", 6)).toEqual({ from: 3, query: "wl" });
    expect(slashAt("1/2", 3)).toBeNull();
    expect(slashAt("https://", 8)).toBeNull();
    expect(slashAt("/wl 好", 5)).toBeNull();
  });

  test("two keystrokes: slash and Enter insert the first phrase", () => {
    expect(matching([phrase({})], slashAt("/", 1)!.query)[0]?.id).toBe("p");
  });

  test("the short code comes before the title, the title before the text; retired ones never", () => {
    const found = matching([phrase({ id: "text", title: "x", shortcut: null, text: "wl 在里面" }), phrase({ id: "title", title: "wl 说明", shortcut: null }), phrase({ id: "code" }), phrase({ id: "old", retired: true })], "wl");
    expect(found.map((one) => one.id)).toEqual(["code", "title", "text"]);
  });
});

describe("[QP-15] variables", () => {
  test("one that is not filled is named, by its stored or its Chinese name", () => {
    expect(unfilled("订单 {order_no} 由{快递公司}承运，{order_no}")).toEqual(["order_no", "courier"]);
    expect(unfilled("JSON 是 {abc}，表情 {} 也行")).toEqual([]);
  });
  test("the first one is selected so that it can be typed over", () => {
    expect(firstHole("预计{eta}到")).toEqual([2, 7]);
    expect(firstHole("没有变量 {abc}")).toBeNull();
  });
  test("a slip of the pen in a phrase is told", () => expect(strangers("{orderno} {eta}")).toEqual(["orderno"]));
});

test("found words are marked as text, never as markup", () => {
  expect(marked("请\u0001发票\u0002谢谢", "x")).toEqual([
    { text: "请", hit: false },
    { text: "发票", hit: true },
    { text: "谢谢", hit: false },
  ]);
  expect(marked("<img src=x> 发票", "发票").filter((part) => part.hit)).toEqual([{ text: "发票", hit: true }]);
});

describe("the talk as it is shown", () => {
  const kinds = (shown: Entry[]) => shown.map((one) => one.is);
  const marks = { deliveredSeq: 0, readSeq: 0, unreadFrom: 0 };

  test("a sent message is shown once, whoever tells of it first", () => {
    const outgoing = { client_id: "k1", conversation_id: "c1", kind: "reply" as const, text: "您好", attachments: [], at: "", state: "sending" as const };
    expect(kinds(entries([message(1)], [outgoing], marks))).toEqual(["day", "message"]);
    expect(kinds(entries([message(2)], [outgoing], marks))).toEqual(["day", "message", "outgoing"]);
  });

  test("the unread line stands before the first unread word of the customer", () => {
    const shown = entries([message(1), message(2, { from: "note" }), message(3)], [], { ...marks, unreadFrom: 1 });
    expect(kinds(shown)).toEqual(["day", "message", "message", "unread", "message"]);
  });

  test("only our last message says how far it came", () => {
    const items = [message(1, { from: "agent" }), message(2, { from: "agent" }), message(3)];
    const receipts = (deliveredSeq: number, readSeq: number) => entries(items, [], { deliveredSeq, readSeq, unreadFrom: 0 }).flatMap((one) => (one.is === "message" ? [one.receipt] : []));
    expect(receipts(0, 0)).toEqual([undefined, "sent", undefined]);
    expect(receipts(2, 0)).toEqual([undefined, "delivered", undefined]);
    expect(receipts(2, 2)).toEqual([undefined, "read", undefined]);
  });
});

test("a cell that a spreadsheet would run is defused", () => {
  expect(csv(["名称"], [["=1+1"], ['他说"好"'], [-5]])).toBe('名称\r\n\'=1+1\r\n"他说""好"""\r\n-5');
});

test("[CHN-4] opening hours are written as people write them", () => {
  expect(intervals("09:00-12:00 13:00-18:00")).toEqual([["09:00", "12:00"], ["13:00", "18:00"]]);
  expect(intervals("9:00 - 18:00，22:00至06:00")).toEqual([["09:00", "18:00"], ["22:00", "06:00"]]);
  expect(intervals("")).toEqual([]);
  expect(intervals("上午")).toBeNull();
  expect(intervals("25:00-26:00")).toBeNull();
  expect(hoursText([["09:00", "12:00"], ["13:00", "18:00"]])).toBe("09:00-12:00 13:00-18:00");
});
