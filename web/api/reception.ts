import { get, post, put, remove } from "./client";
import type { components } from "./schema";
import type { Message, Page } from "./types";

type Wire = components["schemas"];
export type AutoReply = Wire["AutoReplyOut"];
export type AutoReplyForm = Wire["AutoReplyIn"];
export type HelpRequest = Wire["HelpOut"];

/** What a shop says by itself, and help by a lead. */
export const autoReplies = (shop_id: string) => get<Page<AutoReply>>("/api/auto-replies", { shop_id });
export const addAutoReply = (rule: AutoReplyForm & { shop_id: string }) => post<AutoReply>("/api/auto-replies", rule);
export const changeAutoReply = (id: string, rule: AutoReplyForm) => put<AutoReply>(`/api/auto-replies/${id}`, rule);
export const stopAutoReply = (id: string) => remove(`/api/auto-replies/${id}`);

export const helpWanted = () => get<Page<HelpRequest>>("/api/help-requests");
export const askHelp = (talk: string, way: HelpRequest["way"], note: string) => post<HelpRequest>(`/api/conversations/${talk}/help`, { way, note });
export const whisper = (talk: string, client_id: string, text: string) => post<Message>(`/api/conversations/${talk}/whispers`, { client_id, text });
export const takeOver = (talk: string) => put<void>(`/api/conversations/${talk}/take-over`);
