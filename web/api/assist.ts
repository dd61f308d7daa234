import { get, post, put } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type Aid = Wire["AidOut"];
export type Suggestion = Wire["SuggestionOut"];
export type Mood = Wire["MoodOut"];
export type Tense = Wire["TenseOut"];
export type TopicName = Wire["TopicName"];
export type ShopSwitches = Wire["ShopSwitches"];

export const aid = (id: string) => get<Aid>(`/api/conversations/${id}/assist`);
export type Guide = Wire["xiaoer__assist__schemas__GuideOut"];
export const guide = (id: string) => get<Guide>(`/api/conversations/${id}/guide`);
export type Guided = Wire["GuidedOut"];
export type GuidedQuestion = Wire["GuidedQuestion"];
export type CaseFields = Wire["CaseFieldsOut"];
export const questions = (id: string) => get<Guided>(`/api/conversations/${id}/questions`);
export const answer = (id: string, body: Wire["GuidedAnswersIn"]) => put<Guided>(`/api/conversations/${id}/questions`, body);
export type HardTalks = Wire["HardOut"];
export const rest = (minutes: number) => post<{ until: string }>("/api/me/cool-down", { minutes });
export const hardTalks = (shop_id: string, days: number) => get<Page<HardTalks>>("/api/hard-talks", { shop_id, days });
export const setTopic = (id: string, topic: string) => put<Aid>(`/api/conversations/${id}/topic`, { topic });
export const topics = () => get<Page<TopicName>>("/api/assist/topics");
export const tense = () => get<Page<Tense>>("/api/assist/tense");
export const switches = () => get<Page<ShopSwitches>>("/api/assist/switches");
export const setSwitch = (shop: string, feature: string, on: boolean) => put<void>(`/api/assist/switches/${shop}/${feature}`, { on });
