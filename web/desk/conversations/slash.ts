import type { Phrase } from "@api/types";

/** The `/word` being typed just before the caret, at a line start or after a space; null when there is none. */
export function slashAt(text: string, caret: number): { from: number; query: string } | null {
  const match = /(?:^|\s)\/(\S{0,30})$/.exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1] ?? "";
  return { from: caret - query.length - 1, query };
}

/** Phrases for what was typed: short code first, then title, then text. */
export function matching<P extends Phrase>(phrases: P[], query: string, limit = 30): P[] {
  const wanted = query.toLowerCase();
  const rank = (phrase: Phrase): number => {
    const code = (phrase.shortcut ?? "").toLowerCase().replace(/^\//, "");
    if (!wanted) return 0;
    if (code && code.startsWith(wanted)) return 1;
    if (phrase.title.toLowerCase().includes(wanted)) return 2;
    return phrase.text.toLowerCase().includes(wanted) ? 3 : 9;
  };
  return phrases
    .filter((phrase) => !phrase.retired && rank(phrase) < 9)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit);
}

/** QP-15: what a phrase may leave open, by the name it is stored under and its Chinese name. */
export const VARIABLES = ["customer_name", "product", "order_no", "courier", "tracking_no", "amount", "eta", "agent_name", "shop_name", "conditions", "valid_until"] as const;
const CHINESE = ["客户昵称", "商品名称", "订单号", "快递公司", "快递单号", "金额", "预计时间", "客服昵称", "店铺名称", "适用条件", "有效期"];
const HOLE = /\{([a-z_]+|[\u4e00-\u9fff]+)\}/g;

const known = (name: string): string | undefined => VARIABLES.find((one, index) => one === name || CHINESE[index] === name);

/** Variables that nobody has filled in yet. A text that has one is not sent; other braces are plain text. */
export function unfilled(text: string): string[] {
  return [...new Set([...text.matchAll(HOLE)].flatMap((hole) => known(hole[1] as string) ?? []))];
}

/** Braces that name no variable: a slip of the pen in a phrase. */
export function strangers(text: string): string[] {
  return [...new Set([...text.matchAll(HOLE)].map((hole) => hole[1] as string).filter((name) => !known(name)))];
}

/** Where the first open variable stands, to be selected and typed over. */
export function firstHole(text: string): [number, number] | null {
  const hole = [...text.matchAll(HOLE)].find((one) => known(one[1] as string));
  return hole ? [hole.index, hole.index + hole[0].length] : null;
}

/** A phrase as people read it: its variables by their names, 〔订单号〕. */
export function readable(text: string, t: (key: string) => string): string {
  return text.replace(HOLE, (whole, name: string) => (known(name) ? `〔${t(`phrase.var.${known(name)}`)}〕` : whole));
}
