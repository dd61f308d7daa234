import type { Task } from "@api/types";
import type { RouteLocationRaw } from "vue-router";

const PAGES: Record<string, (id: string) => RouteLocationRaw> = {
  conversation: (id) => ({ name: "inbox", params: { view: "all", id } }),
  order: (id) => ({ name: "order", params: { id } }),
  customer: (id) => ({ name: "customer", params: { id } }),
};

/** The page of what a task is about, where there is one. */
export function subjectLink(task: Task): RouteLocationRaw | null {
  const make = task.subject ? PAGES[task.subject.type] : undefined;
  return make && task.subject ? make(task.subject.id) : null;
}
