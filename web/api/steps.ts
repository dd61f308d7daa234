import { get, post, put } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Counts = Wire["QueuesOut"];
export type Check = Wire["OrderCheckOut"];
export type Unpaid = Wire["UnpaidOut"];
export type UnpaidWhy = Wire["UnpaidWhy"];
export type CallOutcome = Wire["CallOutcome"];
export type Rating = Wire["RatingOut"];

const at = "/api/order-steps";
export const counts = (shop_id: string) => get<Counts>(`${at}/counts`, { shop_id });
export const addresses = (shop_id: string) => get<Check[]>(`${at}/addresses`, { shop_id });
export const confirm = (order: string, said: { address?: string; name?: string; phone?: string; courier?: string }) => put<void>(`${at}/addresses/${order}`, said);
export const cod = (shop_id: string) => get<Check[]>(`${at}/cod`, { shop_id });
export const logCall = (order: string, call: { outcome: CallOutcome; seconds: number; note: string; new_order_no: string }) => post<void>(`${at}/cod/${order}/calls`, call);
export const refuse = (order: string, said: { cause: Wire["RefusalCause"]; freight_cents: number }) => post<void>(`${at}/cod/${order}/refusal`, said);
export const deceived = (order: string, words: string) => post<void>(`${at}/cod/${order}/complaint`, { words });
export const codReport = (shop_id: string, since: string, until: string) => get<Wire["CodReportOut"]>(`${at}/cod/report`, { shop_id, since, until });
export const codExceptions = (shop_id: string) => get<Wire["ExceptionOut"][]>(`${at}/cod/exceptions`, { shop_id });
export const nudged = (shop_id: string, since: string, until: string) => get<Wire["NudgedOut"][]>(`${at}/unpaid/nudges`, { shop_id, since, until });
export const unpaid = (shop_id: string) => get<Wire["UnpaidList"]>(`${at}/unpaid`, { shop_id });
export const classify = (order: string, why: UnpaidWhy, said_no: boolean) => put<void>(`${at}/unpaid/${order}/why`, { why, said_no });
export const nudge = (order: string) => post<void>(`${at}/unpaid/${order}/nudges`, {});
export const closeUnpaid = (order: string, reason: string) => put<void>(`${at}/unpaid/${order}/closing`, { reason });
export const ratings = (shop_id: string) => get<Wire["RatingList"]>(`${at}/ratings`, { shop_id });
export const rate = (wish: { order_ids: string[]; text: string; recommends: boolean }) => post<{ rated: number }>(`${at}/ratings`, wish);
