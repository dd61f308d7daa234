import { get, post, put, remove } from "./client";
import type { BatchResult, ClosingReason, Conversation, Counts, Losses, Message, Page, Row, SavedView, SearchHit, TimelineEvent, ViewFilters } from "./types";

export interface ListFilters {
  view?: string;
  shop_id?: string;
  channel?: string;
  stage?: string;
  sort?: string;
  customer_id?: string;
}
export interface Sending {
  client_id: string;
  kind: "reply" | "note";
  text: string;
  attachment_ids: string[];
  phrase_id?: string;
}
export type BatchAction = "assign" | "close" | "snooze" | "stage" | "tags";

const at = (id: string, part = "") => `/api/conversations/${id}${part}`;

export const list = (filters: ListFilters, after?: string | null, limit = 50) => get<Page<Row>>("/api/conversations", { ...filters, after, limit });
export const counts = () => get<Counts>("/api/conversations/counts");
/** A talk and its last messages, in one request. */
export const open = (id: string, last: number) => get<Conversation>(at(id), { messages: last });
export const messages = (id: string, edge: { before?: number; after?: number } = {}, limit = 50) => get<{ items: Message[]; more: boolean }>(at(id, "/messages"), { ...edge, limit });
export const say = (id: string, sending: Sending) => post<Message>(at(id, "/messages"), sending);
export const assign = (id: string, to: { agent_id: string | null; group_id?: string | null; note?: string; expected_assignee_id?: string | null }) => put<Row>(at(id, "/assignment"), to);
export const release = (id: string) => remove<Row>(at(id, "/assignment"));
export const snooze = (id: string, until: string) => put<Row>(at(id, "/snooze"), { until });
export const wake = (id: string) => remove<Row>(at(id, "/snooze"));
export const close = (id: string, reason: string, note?: string) => put<Row>(at(id, "/closure"), { reason, note });
export const reopen = (id: string) => remove<Row>(at(id, "/closure"));
export const closingReasons = () => get<Page<ClosingReason>>("/api/closing-reasons");
export const stage = (id: string, to: string | null) => put<Row>(at(id, "/stage"), { stage: to });
export const priority = (id: string, to: string) => put<Row>(at(id, "/priority"), { priority: to });
export const tag = (id: string, tags: string[]) => put<Row>(at(id, "/tags"), { tags });
export const read = (id: string, seq: number) => put<void>(at(id, "/read"), { seq });
export const unread = (id: string) => remove<Row>(at(id, "/read"));
export const draft = (id: string, kind: string, text: string) => put<void>(at(id, "/draft"), { kind, text });
export const batch = (ids: string[], action: BatchAction, args: Record<string, unknown>) => post<BatchResult>("/api/conversation-batches", { ids, action, args });
export const search = (q: string, after?: string | null, shop_id?: string) => get<Page<SearchHit>>("/api/conversations/search", { q, after, shop_id });
export const timeline = (id: string, after?: string | null) => get<Page<TimelineEvent>>(at(id, "/timeline"), { after });
export const views = () => get<Page<SavedView>>("/api/views");
export const saveView = (view: { name: string; filters: ViewFilters; scope: string }) => post<SavedView>("/api/views", view);
export const changeView = (id: string, view: { name: string; filters: ViewFilters; scope: string }) => put<SavedView>(`/api/views/${id}`, view);
export const dropView = (id: string) => remove(`/api/views/${id}`);
export const losses = (asked: { days: number; shop_id?: string; day?: string; hour?: number; never_answered?: boolean; order?: "left" | "waited" }, after?: string | null) => get<Losses>("/api/conversations/losses", { ...asked, after });
export const orderStatus = (id: string, order_id: string) => post<{ text: string }>(at(id, "/order-status"), { order_id });
