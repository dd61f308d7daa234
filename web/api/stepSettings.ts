import { get, post, put, upload } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type OrderSettings = Wire["OrderSettingsOut"];
export type ShippingSettings = Wire["ShippingSettingsOut"];
export type News = Wire["News"];
export const orders = (shop_id: string) => get<OrderSettings>("/api/order-settings", { shop_id });
/** Only what is sent is changed. */
export const chooseOrders = (shop_id: string, changes: Partial<OrderSettings>) => put<OrderSettings>("/api/order-settings", { shop_id, ...changes });
export const shipping = (shop_id: string) => get<ShippingSettings>("/api/shipping/settings", { shop_id });
export const chooseShipping = (shop_id: string, changes: Partial<ShippingSettings>) => put<ShippingSettings>("/api/shipping/settings", { shop_id, ...changes });

export type Prevention = Wire["PreventionOut"];
export const preventions = (shop_id: string) => get<Prevention[]>("/api/shipping/preventions", { shop_id });
export const prevent = (warehouse: string, given: Wire["PreventionIn"]) => put<void>(`/api/shipping/warehouses/${warehouse}/preventions`, given);

export type Owed = Wire["OwedServiceOut"];
export const owed = (shop_id: string, done: boolean) => get<Owed[]>("/api/owed-services", { shop_id, done });
export const askInvoice = (wish: { order_id: string; title: string; tax_no: string }) => post<void>("/api/owed-services/invoices", wish);
export const owedDone = (id: string, result: string) => put<void>(`/api/owed-services/${id}/result`, { result });

export type Brought = Wire["BroughtOut"];
/** Scans, parcels or stock; the same key again changes nothing. */
export function bringList(file: File, shop_id: string): Promise<Brought> {
  const form = new FormData();
  form.append("file", file);
  form.append("shop_id", shop_id);
  return upload<Brought>("/api/imports/lists", form);
}
