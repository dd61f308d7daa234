import type { CaseBrief, CaseFilters, CaseQueue, QueueCount } from "@api/aftersales";

export type QueueTab = CaseQueue | "overdue" | "second";
/** Queues in the order of the desk's own work; what waits for others comes last. */
export const TABS: QueueTab[] = ["unshipped", "shipped", "returns", "receive", "ship_out", "disputes", "failed", "second", "overdue", "customer", "money"];
export const FIRST: QueueTab = "unshipped";

export const tabOf = (name: unknown): QueueTab => TABS.find((one) => one === name) ?? FIRST;
export const filtersOf = (tab: QueueTab): CaseFilters => (tab === "overdue" ? { overdue: true } : tab === "second" ? { second: true } : { queue: tab });

export function countOf(tab: QueueTab, counts: QueueCount[], second = 0): { count: number; late: number } {
  if (tab === "second") return { count: second, late: 0 };
  if (tab !== "overdue") {
    const one = counts.find((each) => each.queue === tab);
    return { count: one?.count ?? 0, late: one?.overdue ?? 0 };
  }
  const late = counts.reduce((sum, each) => sum + each.overdue, 0);
  return { count: late, late };
}

/** Cases of a queue by how long they have waited; empty where none waits, or the tab is no queue. */
export function agesOf(tab: QueueTab, counts: QueueCount[]): [string, number][] {
  const one = counts.find((each) => each.queue === tab);
  return one?.count ? Object.entries(one.ages).filter(([, count]) => count > 0) : [];
}

/** Whether a case may be offered for approval together with others; the server has the last word on each. */
export const mayBeSafe = (one: CaseBrief): boolean => one.kind === "refund_only" && one.phase === "pre_ship" && one.state === "awaiting_merchant" && one.mode !== "mirrored" && !one.asked_by;

/** The amount a case is about at present: what is agreed, else what is asked for; a sum the customer owes counts negative. */
export const amountOf = (one: CaseBrief): number => one.approved_cents || one.requested_cents || -one.due_cents;

/** Key of what has to happen next: a second person's word comes before the state. */
export const nextKey = (one: CaseBrief): string => (one.asked_by && one.state === "awaiting_merchant" ? "second" : one.state);
