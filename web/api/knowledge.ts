import { get, post, put, remove } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type ArticleBrief = Wire["ArticleBrief"];
export type Article = Wire["xiaoer__knowledge__schemas__articles__ArticleOut"];
export type ArticleForm = Omit<Wire["NewArticle"], "shop_id">;
export type Media = Wire["Media"];
export type ArticleVersion = Wire["xiaoer__knowledge__schemas__articles__VersionOut"];
export type ArticleCategory = Wire["xiaoer__knowledge__schemas__categories__CategoryOut"];
export type Found = Wire["FoundOut"];
export type Flag = Wire["FlagOut"];
export type FlagKind = Flag["kind"];
export type Gap = Wire["GapOut"];
type Filters = Record<string, string | number | boolean | undefined | null>;

const at = (id: string, part = "") => `/api/articles/${id}${part}`;

export const search = (q: string, shop_id: string, limit = 6) => get<{ items: Found[]; usage: boolean }>("/api/knowledge/search", { q, shop_id, limit });
export const articles = (filters: Filters) => get<Page<ArticleBrief>>("/api/articles", filters);
export const article = (id: string, version?: number) => get<Article>(at(id), { version });
export const versions = (id: string) => get<{ items: ArticleVersion[] }>(at(id, "/versions"));
export const add = (article: ArticleForm & { shop_id: string }) => post<Article>("/api/articles", article);
export const change = (id: string, article: ArticleForm & { version: number }) => put<Article>(at(id), article);
export const publish = (id: string, version: number) => post<Article>(at(id, "/publication"), { version });
export const retire = (id: string) => remove<Article>(at(id, "/publication"));
export const review = (id: string) => post<Article>(at(id, "/reviews"));
export const seen = (id: string) => post<void>(at(id, "/views"));
export const sent = (id: string) => post<void>(at(id, "/sendings"));
export const vote = (id: string, solved: boolean) => put<void>(at(id, "/vote"), { solved });
export const flag = (id: string, word: { kind: FlagKind; note: string; proposed: string }) => post<Flag>(at(id, "/flags"), word);
export const flags = (filters: Filters) => get<Page<Flag>>("/api/article-flags", filters);
export const resolve = (id: string, word: { resolution: "accepted" | "declined"; answer: string }) => post<Flag>(`/api/article-flags/${id}/resolution`, word);
export const gaps = (filters: Filters) => get<Page<Gap>>("/api/article-gaps", filters);
export const noteGap = (gap: { shop_id: string; question: string; source: "desk" | "talk" }) => post<Gap>("/api/article-gaps", gap);
export const closeGap = (id: string, article_id: string | null) => post<Gap>(`/api/article-gaps/${id}/closing`, { article_id });
export const categories = () => get<{ items: ArticleCategory[] }>("/api/article-categories");
