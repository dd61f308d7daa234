import { words } from "@ui/locale";

/** What a customer may read of one table: never more than this comes over the wire. */
export interface Clause {
  id: string;
  zh: string;
  en: string;
  source?: string;
}
export interface PublishedTable {
  table: string;
  number: number;
  since: string;
  title: { zh: string; en: string };
  about: { zh: string; en: string } | null;
  example: boolean;
  as_of: string | null;
  clauses: Clause[];
}
export interface Published {
  shop: string;
  at: string;
  tables: PublishedTable[];
}

export const shopCode = decodeURIComponent(location.pathname.split("/")[2] ?? "");

/** What holds for every order, however old, is dated before this. */
const EVER = "2001";

/** The law first where it stands, then what people look for most. */
const ORDER = ["returns", "fast_refund", "refund_arrival", "late_shipping", "amendments"];

export function inOrder(tables: PublishedTable[]): PublishedTable[] {
  const place = (one: PublishedTable) => {
    const at = ORDER.indexOf(one.table);
    if (one.table.startsWith("statutory.")) return ORDER.length + 1;
    return at < 0 ? ORDER.length : at;
  };
  return [...tables].sort((a, b) => place(a) - place(b) || a.table.localeCompare(b.table));
}

export const always = (table: PublishedTable): boolean => table.since < EVER;
export const statutory = (table: PublishedTable): boolean => table.table.startsWith("statutory.");

/** The sentences of a description, so that each step is a line of its own. */
export function sentences(text: string): string[] {
  return text.split(/(?<=。)|(?<=\.)\s+/).map((one) => one.trim()).filter(Boolean);
}

export const say = words({
  title: ["{shop} · 售后政策", "{shop} · After-sales policy"],
  heading: ["售后政策", "After-sales policy"],
  asOf: ["{at} 的现行版本", "In force on {at}"],
  since: ["第 {number} 版 · {at} 起生效", "Version {number} · in force since {at}"],
  sinceEver: ["第 {number} 版 · 现行", "Version {number} · in force"],
  text: ["内容截至 {day}", "text as of {day}"],
  law: ["法律规定", "By law"],
  lawNote: ["以下是法律给您的保障，店铺政策不会低于它。", "The law gives you this; the shop's policy is never below it."],
  contents: ["目录", "Contents"],
  clause: ["第 {id} 条", "Clause {id}"],
  process: ["说明", "How it works"],
  clauses: ["条款", "Clauses"],
  ask: ["有疑问，问客服", "Ask us about it"],
  empty: ["这家店铺还没有公示的政策", "This shop has not published a policy yet"],
  emptyHint: ["您享有的法定权利不受影响，有问题请联系客服。", "Your rights by law are not affected. Please ask us if anything is unclear."],
  loading: ["正在打开政策", "Opening the policy"],
  language: ["Switch to English", "切换到中文"],
  languageShort: ["EN", "中"],
});
