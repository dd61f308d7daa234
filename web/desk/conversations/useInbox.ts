import * as conversations from "@api/conversations";
import type { ListFilters } from "@api/conversations";
import type { Row } from "@api/types";
import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed, reactive, ref, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useSession } from "@desk/workforce/session";

export const VIEWS = ["mine", "unassigned", "all", "waiting", "snoozed", "closed"] as const;
export type Narrow = "shop_id" | "channel" | "stage" | "sort";
const NARROW: Narrow[] = ["shop_id", "channel", "stage", "sort"];

/** What the list shows, kept in the address so that back, reload and a copied link all work. */
export function useInbox() {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();

  const view = computed(() => String(route.params.view || "mine"));
  const openId = computed(() => String(route.params.id || ""));
  const narrow = computed(() => Object.fromEntries(NARROW.flatMap((name) => (route.query[name] ? [[name, String(route.query[name])]] : []))) as Partial<Record<Narrow, string>>);
  const filters = computed<ListFilters>(() => ({ view: view.value, ...narrow.value, sort: narrow.value.sort ?? (view.value === "waiting" ? "waiting" : undefined) }));
  const filterCount = computed(() => NARROW.filter((name) => name !== "sort" && narrow.value[name]).length);

  const list = useInfiniteQuery({
    queryKey: computed(() => ["conversations", filters.value]),
    queryFn: ({ pageParam }) => conversations.list(filters.value, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: () => session.may("conversations:read"),
  });
  const rows = computed<Row[]>(() => list.data.value?.pages.flatMap((page) => page.items) ?? []);
  const counts = useQuery({ queryKey: ["counts"], queryFn: conversations.counts });
  const savedViews = useQuery({ queryKey: ["views"], queryFn: conversations.views });

  const go = (to: { view?: string; id?: string | null }) =>
    router.push({ name: "inbox", params: { view: to.view ?? view.value, id: to.id === undefined ? openId.value : (to.id ?? "") }, query: to.view && to.view !== view.value ? {} : route.query });
  const open = (id: string) => go({ id });
  const setNarrow = (wanted: Partial<Record<Narrow, string>>) => router.replace({ params: route.params, query: Object.fromEntries(Object.entries({ ...narrow.value, ...wanted }).filter(([, value]) => value)) });

  function step(by: number): void {
    const at = rows.value.findIndex((row) => row.id === openId.value);
    const next = rows.value[at < 0 ? 0 : Math.max(0, Math.min(rows.value.length - 1, at + by))];
    if (next) void open(next.id);
  }

  return { view, openId, narrow, filters, filterCount, list, rows, counts, savedViews, go, open, setNarrow, step };
}

export type Inbox = ReturnType<typeof useInbox>;

/** Ticked rows of the list; forgotten when the list changes. */
export function useTicks(inbox: Inbox) {
  const ticked = reactive(new Set<string>());
  const last = ref("");
  watch(inbox.filters, () => ticked.clear(), { deep: true });

  function tick(id: string, through = false): void {
    if (through && last.value) {
      const ids = inbox.rows.value.map((row) => row.id);
      const [from, to] = [ids.indexOf(last.value), ids.indexOf(id)].sort((a, b) => a - b) as [number, number];
      if (from >= 0) ids.slice(from, to + 1).forEach((one) => ticked.add(one));
    } else if (ticked.has(id)) ticked.delete(id);
    else ticked.add(id);
    last.value = id;
  }
  return { ticked, tick, all: () => inbox.rows.value.forEach((row) => ticked.add(row.id)), none: () => ticked.clear() };
}
export type Ticks = ReturnType<typeof useTicks>;
