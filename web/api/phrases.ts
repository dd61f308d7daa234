import { get, post, put } from "./client";
import type { HotQuestion, Inconsistency, Offered, Page, Phrase, PhraseCare, PhraseFull, PhraseReport, Promotion } from "./types";

/** How phrases are kept true, how they do, and what has none yet. */
export const phrase = (id: string) => get<PhraseFull>(`/api/phrases/${id}`);
export const offered = (talk: string) => get<Page<Offered>>(`/api/conversations/${talk}/phrases`);
export const care = (id: string, wishes: PhraseCare) => put<Phrase>(`/api/phrases/${id}/care`, wishes);
export const review = (id: string) => post<Phrase>(`/api/phrases/${id}/reviews`);
export const inconsistencies = (shop_id: string) => get<Page<Inconsistency>>("/api/phrase-inconsistencies", { shop_id });
export const promotions = (shop_id: string) => get<Page<Promotion>>("/api/promotions", { shop_id });
export const putPromotion = (promotion: Omit<Promotion, "id">) => put<Promotion>("/api/promotions", promotion);
export const report = (shop_id: string, days: number) => get<PhraseReport>("/api/phrase-report", { shop_id, days });
export const hot = (shop_id: string) => get<Page<HotQuestion>>("/api/hot-questions", { shop_id });
export const mine = (shop_id: string) => post<Page<HotQuestion>>("/api/hot-questions/mining", { shop_id });
export const dismissHot = (id: string) => post<HotQuestion>(`/api/hot-questions/${id}/dismissal`);
export const coverHot = (id: string, phrase_id: string) => put<HotQuestion>(`/api/hot-questions/${id}/phrase`, { phrase_id });
