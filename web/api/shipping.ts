import { get, post, put } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type Board = Wire["BoardOut"];
export type Figure = Wire["Figure"];
export type Behind = Wire["BehindOut"];
export type Reminder = Wire["ReminderOut"];
export type Receiver = Wire["Receiver"];
export type Cause = Wire["Cause"];
export type OrderShipping = Wire["OrderShippingOut"];
type Filters = Record<string, string | number | boolean | undefined | null>;

export const board = (shop_id: string) => get<Board>("/api/shipping/board", { shop_id });
export const behind = (figure: Figure, filters: Filters) => get<Page<Behind>>(`/api/shipping/behind/${figure}`, filters);
export const ofOrder = (id: string) => get<OrderShipping>(`/api/shipping/orders/${id}`);
export const remind = (wish: { shop_id: string; order_ids: string[]; receiver: Receiver; note: string }, key: string) => post<{ items: Reminder[] }>("/api/shipping/reminders", wish, key);
export const reminders = (filters: Filters) => get<{ items: Reminder[] }>("/api/shipping/reminders", filters);
export const answer = (id: string, said: { difficulty: string; proposed_at: string | null }) => put<Reminder>(`/api/shipping/reminders/${id}/answer`, said);
export const agree = (id: string, plan: string) => put<Reminder>(`/api/shipping/reminders/${id}/plan`, { plan });
export const close = (id: string, end: { cause: Cause; action: string; result: string; lesson: string }) => put<Reminder>(`/api/shipping/reminders/${id}/closing`, end);
