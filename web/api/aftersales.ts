import { get, post, put } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type CaseBrief = Wire["CaseBrief"];
export type Case = Wire["CaseOut"];
export type Surroundings = Wire["SurroundingsOut"];
export type Foretold = Wire["ForetoldOut"];
export type CaseKind = Wire["CaseKind"];
export type CaseState = Wire["CaseState"];
export type CaseQueue = Wire["Queue"];
export type CaseAction = Case["actions"][number];
export type CaseLine = Case["lines"][number];
export type CaseDecision = NonNullable<Case["decision"]>;
export type CaseStep = Case["timeline"][number];
export type CaseProof = Case["evidence"][number];
export type QueueCount = Wire["xiaoer__aftersales__schemas__cases__QueueOut"];
export type BulkLine = Wire["BulkLine"];

export type Retention = Wire["RetentionReport"];
export type ReturnTimes = Wire["ReturnTimes"];
export type Couriers = Wire["CourierReport"];
export type Completions = Wire["CompletionReport"];
export type Branches = Wire["BranchReport"];
export type AnyReport = Retention | ReturnTimes | Couriers | Completions | Branches | Wire["AutomationReport"];
interface Asked {
  shop_id: string;
  days: number;
}

export interface CaseFilters {
  queue?: CaseQueue | null;
  overdue?: boolean;
  second?: boolean;
  shop_id?: string;
  customer_id?: string;
  after?: string | null;
  limit?: number;
}

export const cases = (filters: CaseFilters) => get<Page<CaseBrief>>("/api/cases", { ...filters });
export const caseQueues = (shop_id?: string) => get<{ items: QueueCount[]; second: number }>("/api/case-queues", { shop_id });
export const caseOf = (id: string) => get<Case>(`/api/cases/${id}`);
export type Eligible = Wire["Eligible"];
export type Quote = Wire["QuoteOut"];
export type PriceDrop = Wire["PriceDropOut"];
export type Asking = Pick<Wire["StaffRequestIn"], "kind" | "reason" | "lines"> & Partial<Wire["StaffRequestIn"]>;
/** What may be asked for on an order, with everything known. */
export const eligibility = (order_id: string) => get<Eligible>(`/api/orders/${order_id}/eligibility`);
/** Exactly what a request would come to; nothing is kept. */
export const quote = (order_id: string, body: Asking) => post<Quote>(`/api/orders/${order_id}/quotes`, body);
export const openCase = (order_id: string, body: Asking, key: string) => post<Case>(`/api/orders/${order_id}/cases`, body, key);
export const compensate = (order_id: string, body: { cents: number; currency: string; reason: string; words: string }, key: string) => post<Case>(`/api/orders/${order_id}/compensations`, body, key);
export const priceDifference = (order_id: string) => get<PriceDrop>(`/api/orders/${order_id}/price-difference`);
/** What stands around it, asked for apart: the case itself is there sooner. */
export const surroundings = (id: string) => get<Surroundings>(`/api/cases/${id}/surroundings`);
/** What follows from an action, before it is done. */
export const foretold = (id: string, action: string) => get<Foretold>(`/api/cases/${id}/actions/${action}`);
export const casesOfOrder = (order_id: string) => get<{ items: CaseBrief[] }>(`/api/orders/${order_id}/cases`);
/** What the server said may be done, at the address it gave, with what the person entered. */
export const actOn = (path: string, body: Record<string, unknown>, key: string) => post<Case>(path, body, key);
export const approveMany = (cases: { case_id: string; version: number; cents: number }[]) => post<{ items: BulkLine[] }>("/api/case-approvals", { cases });
export const retention = (asked: Asked & { by: "agent" | "reason" }) => get<Retention>("/api/case-reports/retention", { ...asked });
export const returnTimes = (asked: Asked) => get<ReturnTimes>("/api/case-reports/return-times", { ...asked });
export const courierTimes = (asked: Asked) => get<Couriers>("/api/case-reports/couriers", { ...asked });
export const completion = (asked: Asked) => get<Completions>("/api/case-reports/completion", { ...asked });
export const disputeCosts = (asked: Asked) => get<Branches>("/api/case-reports/disputes", { ...asked });
/** The cases behind a figure. */
export const casesNamed = (ids: string[]) => get<{ items: CaseBrief[] }>(`/api/case-reports/rows?${ids.map((id) => `ids=${id}`).join("&")}`);
export type Foreseen = Wire["ForeseenOut"];
export type Amending = Pick<Wire["AmendmentIn"], "kind"> & Partial<Wire["AmendmentIn"]>;
/** What a change before shipping would come to; nothing is kept. */
export const foreseen = (order_id: string, body: Amending) => post<Foreseen>(`/api/orders/${order_id}/amendments/preview`, body);
export const amend = (order_id: string, body: Amending, key: string) => post<Wire["AmendmentOut"]>(`/api/orders/${order_id}/amendments`, body, key);
export type Recovery = Wire["RecoveryOut"];
export const recoveries = (filters: { shop_id?: string; over: boolean }) => get<{ items: Recovery[] }>("/api/recoveries", { ...filters });
export const remindRecovery = (id: string) => post<Recovery>(`/api/recoveries/${id}/reminders`);
export const endRecovery = (id: string, body: Wire["RecoveryEnd"]) => put<Recovery>(`/api/recoveries/${id}/end`, body);
export type Automated = Wire["AutomationReport"];
export const automation = (asked: Asked) => get<Automated>("/api/case-reports/automation", { ...asked });
export const sendGuide = (id: string, body: { version: number; code: string }, key: string) => post<Case>(`/api/cases/${id}/guides`, body, key);
