import { get, post, put, remove } from "./client";
import type { Emoji, Finding, Page, ReplyChecks, WordRule } from "./types";

/** Words looked over before they reach a customer. */
export const look = (conversationId: string, text: string, phrase_id?: string) => post<{ findings: Finding[]; tense: boolean }>(`/api/conversations/${conversationId}/check`, { text, phrase_id });
export const words = (shop_id: string) => get<Page<WordRule>>("/api/word-rules", { shop_id });
export const watchWord = (rule: Omit<WordRule, "id">) => put<WordRule>("/api/word-rules", rule);
export const forgetWord = (id: string) => remove(`/api/word-rules/${id}`);
export const settings = (shopId: string) => get<ReplyChecks>(`/api/shops/${shopId}/reply-checks`);
export const setSettings = (shopId: string, checks: ReplyChecks) => put<ReplyChecks>(`/api/shops/${shopId}/reply-checks`, checks);
/** Emojis that suit this customer, and the use that suits the words. */
export const emojisFor = (conversationId: string, text: string) => get<{ items: Emoji[]; suggested: Emoji["use"] | null }>(`/api/conversations/${conversationId}/emojis`, { text: text.slice(-200) });
export const emojis = (shop_id: string) => get<Page<Emoji>>("/api/emojis", { shop_id });
export const putEmoji = (emoji: Omit<Emoji, "id">) => put<Emoji>("/api/emojis", emoji);
