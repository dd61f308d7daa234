import { get, post } from "./client";
import type { HoldNow, HoldShare, Message, Page, Row } from "./types";

/** 稍等承诺: a customer is asked to wait, and answered when it was promised. */
const at = (id: string, part = "") => `/api/conversations/${id}/hold${part}`;

export const now = (id: string) => get<HoldNow>(at(id));
export const begin = (id: string, hold: { client_id: string; checking: string; minutes: number; text: string }) => post<Message>(at(id), hold);
export const extend = (id: string, later: { client_id: string; minutes: number; text: string }) => post<Message>(at(id, "/extensions"), later);
export const answer = (id: string, result: { client_id: string; text: string; as_hoped: boolean; reason: string; alternatives: string[] }) => post<Message>(at(id, "/answer"), result);
export const cancel = (id: string, reason: string) => post<void>(at(id, "/cancellation"), { reason });
export const late = () => get<Page<Row>>("/api/late-holds");
export const report = (asked: { shop_id: string; start: string; end: string }) => get<{ items: HoldShare[] }>("/api/hold-report", asked);
