import type { Task } from "@api/types";
import type { RouteLocationRaw } from "vue-router";

type Subject = NonNullable<Task["subject"]>;

/** The page of each kind of thing, and who may open it. */
const PAGES: Record<string, { needs: string; to: (one: Subject) => RouteLocationRaw }> = {
  conversation: { needs: "conversations:read", to: ({ id }) => ({ name: "inbox", params: { view: "all", id } }) },
  call: { needs: "conversations:read", to: ({ id }) => ({ name: "call", params: { id } }) },
  order: { needs: "orders:read", to: ({ id }) => ({ name: "order", params: { id } }) },
  customer: { needs: "customers:read", to: ({ id }) => ({ name: "customer", params: { id } }) },
  case: { needs: "aftersales:read", to: ({ id }) => ({ name: "case", params: { id } }) },
  product: { needs: "catalog:read", to: ({ name }) => ({ name: "stock", params: { tab: "cards" }, query: { q: name } }) },
  replenishment: { needs: "catalog:read", to: () => ({ name: "stock", params: { tab: "replenish" } }) },
  warehouse: { needs: "shipping:read", to: () => ({ name: "shipping" }) },
  logistics_case: { needs: "shipping:read", to: () => ({ name: "shipping", params: { tab: "troubles" } }) },
  phrase: { needs: "phrases:read", to: () => ({ name: "phrases" }) },
  sitting: { needs: "training:sit", to: ({ id }) => ({ name: "test", params: { id } }) },
};

/** The page of what a task is about, where there is one and the reader may open it. */
export function subjectLink(task: Task, may: (permission: string) => boolean): RouteLocationRaw | null {
  const page = task.subject ? PAGES[task.subject.type] : undefined;
  return page && task.subject && may(page.needs) ? page.to(task.subject) : null;
}
