import { get, post, put, remove } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Money = Wire["MoneyOut"];
export type Movement = Wire["MovementOut"];
export type Intervention = Wire["InterventionOut"];
export type InterventionKind = Intervention["kind"];
export type Instrument = Wire["InstrumentOut"];

export const moneyOf = (order_id: string) => get<Money>(`/api/orders/${order_id}/money`);
export const instrumentsOf = (customer_id: string) => get<{ items: Instrument[] }>(`/api/customers/${customer_id}/instruments`);
/** The same movement once more; asked twice, it is still one. */
export const retry = (movement_id: string) => post<Movement>(`/api/payments/movements/${movement_id}/retry`);
/** Settles it by hand; above the shop's limit a second person has to agree. */
export const intervene = (movement_id: string, body: { kind: InterventionKind; reason: string; instrument_id?: string; proof?: string }) => post<Intervention>(`/api/payments/movements/${movement_id}/interventions`, body);
export const agreeTo = (id: string) => put<Intervention>(`/api/payments/interventions/${id}/approval`);
export const refuse = (id: string) => remove<Intervention>(`/api/payments/interventions/${id}`);
