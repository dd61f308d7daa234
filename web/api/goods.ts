import { get, post, put } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Standing = Wire["PromisableOut"];
export type Replenishment = Wire["ReplenishmentOut"];
export type Asked = Wire["AskedOut"];
export type Short = Wire["ShortOut"];
export type ShortOrder = Wire["ShortOrderOut"];
export type Focus = Wire["FocusOut"];
export type ProductKnow = Wire["ProductCardOut"];
export type Preconfirmation = Wire["PreconfirmationOut"];
export type Beforehand = Wire["BeforehandOut"];

/** STK-1..4: what can be promised; asking notes that a customer asked. */
export const standing = (sku: string) => get<Standing>(`/api/stock/${sku}`);
export const noteAsk = (sku: string, ask: { pieces?: number; lost?: boolean; conversation_id?: string }) => post<Standing>(`/api/stock/${sku}/asks`, ask);
export const asked = (shop_id: string) => get<Asked[]>("/api/stock-asked", { shop_id });
export const short = (shop_id: string, days: number, factor: number) => get<Short[]>("/api/stock/short", { shop_id, days, factor });
export const shortOrders = (shop_id: string) => get<ShortOrder[]>("/api/shipping/short", { shop_id });
export const focus = (shop_id: string) => get<Focus[]>("/api/shipping/focus", { shop_id });

export const replenishments = (shop_id: string, ended: boolean) => get<Replenishment[]>("/api/replenishments", { shop_id, ended });
export const replenish = (ask: { sku_id: string; pieces: number; reason: string }) => post<Replenishment>("/api/replenishments", ask);
export const expect = (id: string, told: { expected_on: string; pieces?: number }) => put<Replenishment>(`/api/replenishments/${id}/arrival`, told);
export const arrived = (id: string) => post<Replenishment>(`/api/replenishments/${id}/receipt`);
export const callOff = (id: string, why: string) => post<Replenishment>(`/api/replenishments/${id}/withdrawal`, { why });
export const setSafety = (sku: string, pieces: number | null) => put<void>(`/api/skus/${sku}/safety-stock`, { pieces });

export const card = (product: string) => get<ProductKnow>(`/api/products/${product}/card`);
export const writeCard = (product: string, card: Wire["ProductCardIn"]) => put<ProductKnow>(`/api/products/${product}/card`, card);
export const keepHint = (hint: Wire["HintIn"]) => post<Wire["HintOut"]>("/api/risk-hints", hint);
export const doubt = (product: string, words: string) => post<void>(`/api/products/${product}/doubts`, { words });
export const tellHints = (told: { customer_id: string; product_id: string; hint_ids: string[]; conversation_id?: string }) => post<unknown>("/api/hints-told", told);
export const cardFields = (sku_id: string) => get<string[]>("/api/preconfirmation-fields", { sku_id });
export const preconfirm = (intent: { customer_id: string; sku_id: string; quantity: number; address: string; fields: Record<string, string>; conversation_id?: string }) => post<Preconfirmation>("/api/preconfirmations", intent);
export const recommend = (told: { customer_id: string; sku_id: string; need?: string; conversation_id?: string }) => post<void>("/api/recommendations", told);
export const beforehand = (order: string) => get<Beforehand>(`/api/orders/${order}/beforehand`);
