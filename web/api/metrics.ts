import { get, put } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type Responses = Wire["ResponsesOut"];
export type ResponseLine = Responses["lines"][number];
export type By = Responses["by"];
export type Rates = Wire["RatesOut"];
export type People = Wire["PeopleOut"];
export type Person = People["items"][number];
export type Outcomes = Wire["OutcomesOut"];
export type Outcome = Outcomes["now"];
export type CauseWeek = Outcomes["weeks"][number];
export type Cause = Wire["ComplaintCause"];
export type What = Wire["What"];
export type Row = Wire["FigureRow"];
export type Shift = Wire["ShiftOut"];

/** Which rows a figure opens; what is left out is not narrowed. */
export interface Behind {
  what: What;
  shop_id?: string;
  days: number;
  agent_id?: string;
  channel?: string;
  topic?: string;
  shift?: string;
  hour?: number;
  first?: string;
  last?: string;
  cause?: Cause;
}
interface Asked {
  shop_id: string;
  days: number;
}

export const responses = (asked: Asked & { by: By }) => get<Responses>("/api/metrics/responses", { ...asked });
export const rates = (shop_id: string) => get<Rates>("/api/metrics/rates", { shop_id });
export const people = (asked: { shop_id?: string; days: number }) => get<People>("/api/metrics/people", asked);
export const outcomes = (asked: Asked) => get<Outcomes>("/api/metrics/outcomes", { ...asked });
export const rows = (behind: Behind, after: string | null) => get<Page<Row>>("/api/metrics/rows", { ...behind, after });
export const shifts = (shop_id: string) => get<{ shifts: Shift[] }>("/api/metrics/shifts", { shop_id });
export const setShifts = (shop_id: string, made: Shift[]) => put<{ shifts: Shift[] }>("/api/metrics/shifts", { shop_id, shifts: made });
