import { get, post, put } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Held = Wire["HeldOut"];
export type Handover = Wire["HandoverOut"];
export type Conversion = Wire["ConversionOut"];
export type Recommended = Wire["RecommendedOut"];
export const held = (shop_id: string) => get<Held[]>("/api/handovers/held", { shop_id });
export const handovers = (shop_id: string) => get<Handover[]>("/api/handovers", { shop_id });
export const handOver = (wish: { shop_id: string; to_agent_id: string; note: string }) => post<{ id: string }>("/api/handovers", wish);
export const acknowledge = (id: string) => put<void>(`/api/handovers/${id}/acknowledgement`);
export const conversions = (shop_id: string, since: string, until: string) => get<Conversion[]>("/api/presale-conversions", { shop_id, since, until });
export const recommended = (shop_id: string, since: string, until: string) => get<Recommended[]>("/api/recommendations", { shop_id, since, until });
