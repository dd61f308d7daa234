import { locale, words } from "@ui/locale";
import { uuid } from "@ui/uuid";
import { ask } from "../api";
import { keep, recall } from "../keep";

export interface Brief {
  number: number;
  kind: "product" | "policy" | "faq" | "guide";
  category_id: string;
  title: string;
  title_en: string;
}
export interface Article extends Brief {
  body: string;
  body_en: string;
  media: { kind: "video" | "image"; src: string; file_id: string | null; text: string; text_en: string }[];
  updated_at: string;
  solved: number;
}
export interface FaqPage {
  shop: string;
  categories: { id: string; name_zh: string; name_en: string }[];
  articles: Brief[];
}

export const shopCode = decodeURIComponent(location.pathname.split("/")[2] ?? "");
const at = (part = "") => `/chat/${encodeURIComponent(shopCode)}/faq${part}`;

export const load = () => ask<FaqPage>("GET", at());
export const read = (number: number) => ask<Article>("GET", at(`/${number}`));
export const search = (q: string) => ask<{ items: Article[]; answers: boolean }>("GET", at(`/search?q=${encodeURIComponent(q)}`));

/** The name this browser gave itself, so that its last word counts; it names nobody. */
function voter(): string {
  const known = recall<string>(shopCode, "voter");
  if (known) return known;
  const fresh = uuid();
  keep(shopCode, "voter", fresh);
  return fresh;
}
export const vote = (number: number, solved: boolean) => ask<void>("PUT", at(`/${number}/vote`), { voter: voter(), solved });

export const titleOf = (one: Brief): string => (locale.value === "en" && one.title_en) || one.title;
export const bodyOf = (one: Article): string => (locale.value === "en" && one.body_en) || one.body;

/** Lines of a text; a heading begins with ##. */
export function lines(body: string): { heading: boolean; text: string }[] {
  return body
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ heading: line.startsWith("##"), text: line.replace(/^##\s*/, "") }));
}

export const say = words({
  title: ["{shop} · 常见问题", "{shop} · Help"],
  heading: ["常见问题", "Help"],
  search: ["搜一搜，例如：怎么退货", "Search, e.g. how to return"],
  searchDo: ["搜索", "Search"],
  clear: ["清空", "Clear"],
  guides: ["使用指引", "How to use"],
  loading: ["正在打开常见问题", "Opening the questions"],
  nothing: ["没有找到“{q}”的答案", "No answer to “{q}”"],
  nothingHint: ["换个说法试试，或直接问客服，我们会把答案补上。", "Try other words, or ask us; we will add the answer."],
  near: ["没有完全对上的，看看这几条：", "Nothing quite fits; these are near:"],
  empty: ["这家店铺还没有常见问题", "This shop has no answers yet"],
  emptyHint: ["有问题请直接问客服。", "Please just ask us."],
  back: ["返回", "Back"],
  solvedAsk: ["解决您的问题了吗？", "Did this solve it?"],
  yes: ["解决了", "Yes"],
  no: ["没有", "No"],
  thanks: ["谢谢，已记下。", "Thank you, noted."],
  sorry: ["抱歉没帮上忙，问问客服吧。", "Sorry about that. Please ask us."],
  solvedCount: ["{n} 位顾客说解决了", "{n} {n|customer says|customers say} it helped"],
  updated: ["更新于 {at}", "Updated {at}"],
  contact: ["问客服", "Ask us"],
  watch: ["看视频", "Watch the video"],
  language: ["Switch to English", "切换到中文"],
  languageShort: ["EN", "中"],
});
