import { ask } from "../api";
import type { Eligible, Followed, OwnCase, OwnOrder, OwnShipping, Quote } from "./types";

const ROOT = "/chat/aftersales";
export type Body = Record<string, unknown>;

export const orders = (after?: string) => ask<{ items: OwnOrder[]; next: string | null }>("GET", `${ROOT}/orders${after ? `?after=${encodeURIComponent(after)}` : ""}`);
export const cases = () => ask<{ items: OwnCase[] }>("GET", `${ROOT}/cases`);
export const about = (orderId: string) => ask<Eligible>("GET", `${ROOT}/orders/${orderId}`);
export const quote = (orderId: string, body: Body) => ask<Quote>("POST", `${ROOT}/orders/${orderId}/quotes`, body);
export const open = (orderId: string, body: Body, key: string) => ask<Followed>("POST", `${ROOT}/orders/${orderId}/cases`, body, key);
export const amend = (orderId: string, body: Body, key: string) => ask<unknown>("POST", `${ROOT}/orders/${orderId}/amendments`, body, key);
export const follow = (caseId: string) => ask<Followed>("GET", `${ROOT}/cases/${caseId}`);
export const act = (caseId: string, what: string, body: Body, key: string) => ask<Followed>("POST", `${ROOT}/cases/${caseId}/${what}`, body, key);
export const parcels = (orderId: string) => ask<OwnShipping>("GET", `/chat/parcels/${orderId}`);
export const confirmAddress = (orderId: string, said: Body) => ask<OwnShipping>("PUT", `/chat/parcels/${orderId}/address`, said);
