import type { Page, Row } from "@api/types";
import type { ListFilters } from "@api/conversations";

/** Pure rules about which row stands in which list, and where. */
export interface Pages {
  pages: Page<Row>[];
  pageParams: unknown[];
}

export function belongs(row: Row, filters: ListFilters, me: string): boolean {
  if (filters.shop_id && row.shop_id !== filters.shop_id) return false;
  if (filters.channel && row.channel !== filters.channel) return false;
  if (filters.stage && row.stage !== filters.stage) return false;
  if (filters.customer_id && row.customer.id !== filters.customer_id) return false;
  switch (filters.view) {
    case "mine":
      return row.state === "open" && row.assignee?.id === me;
    case "unassigned":
      return row.state === "open" && row.assignee === null;
    case "waiting":
      return row.state === "open" && row.waiting_since !== null;
    case "snoozed":
      return row.state === "snoozed";
    case "closed":
      return row.state === "closed";
    case "all":
      return row.state === "open";
    default:
      return false;
  }
}

/** Negative when `a` stands above `b`. Ties are broken by id so that an order never flickers. */
export function compare(a: Row, b: Row, sort: string | undefined): number {
  const byId = a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
  if (sort === "waiting") {
    if (a.waiting_since && b.waiting_since) return a.waiting_since.localeCompare(b.waiting_since) || byId;
    if (a.waiting_since || b.waiting_since) return a.waiting_since ? -1 : 1;
  }
  return b.updated_at.localeCompare(a.updated_at) || byId;
}

export function find(data: Pages | undefined, id: string): Row | undefined {
  for (const page of data?.pages ?? []) {
    const row = page.items.find((one) => one.id === id);
    if (row) return row;
  }
  return undefined;
}

/** The list after `row` changed: moved, entered, left, or untouched when the news is older than what is shown. */
export function withRow(data: Pages, row: Row, filters: ListFilters, me: string): Pages {
  const known = find(data, row.id);
  if (known && known.version > row.version) return data;
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== row.id) }));
  if (!belongs(row, filters, me)) return known ? { ...data, pages } : data;
  for (const page of pages) {
    const at = page.items.findIndex((one) => compare(row, one, filters.sort) < 0);
    if (at >= 0) {
      page.items.splice(at, 0, row);
      return { ...data, pages };
    }
  }
  const last = pages[pages.length - 1];
  // Below the last loaded row and more to come: it will be there when that page is fetched.
  if (last && (last.next === null || known)) last.items.push(row);
  return { ...data, pages };
}
