import { get, post } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Incoming = Wire["IncomingOut"];
export type Stopping = Wire["StoppingOut"];
export type Outgoing = Wire["OutgoingOut"];
export type Article = Incoming["articles"][number];
export type Work = Incoming | Stopping | Outgoing;
export type Done = Wire["DoneOut"];
type Asked = { shop_id?: string };

export const parcels = (asked: Asked & { tracking_no?: string }) => get<{ items: Incoming[] }>("/api/warehouse/parcels", asked);
export const interceptions = (asked: Asked & { answered?: boolean }) => get<{ items: Stopping[] }>("/api/warehouse/interceptions", asked);
export const replacements = (asked: Asked) => get<{ items: Outgoing[] }>("/api/warehouse/replacements", asked);

export type Act = "receipt" | "receipt-refusal" | "parcel-back" | "replacement" | "interception-answer";
/** What hands did about a case; under the same key it is done once. */
export const act = (case_id: string, what: Act, body: Record<string, unknown>, key: string) => post<Done>(`/api/warehouse/cases/${case_id}/${what}`, body, key);
