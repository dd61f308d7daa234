import type { Page } from "@api/types";
import { useInfiniteQuery } from "@tanstack/vue-query";
import { computed, ref, watch, type Ref } from "vue";

type Filters = Record<string, string | number | boolean | null | undefined>;

/** A list that is fetched page by page. */
export function useList<T>(name: string, filters: () => Filters, fetchPage: (filters: Filters) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey: computed(() => [name, "list", filters()]),
    queryFn: ({ pageParam }) => fetchPage({ ...filters(), after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<T>) => page.next,
  });
  const rows = computed<T[]>(() => query.data.value?.pages.flatMap((page) => page.items) ?? []);
  return { query, rows };
}

/** The text of a search field once the typing pauses. */
export function settled(text: Ref<string>, ms = 220): Ref<string> {
  const asked = ref(text.value.trim());
  let soon: ReturnType<typeof setTimeout> | undefined;
  watch(text, (now) => {
    clearTimeout(soon);
    soon = setTimeout(() => (asked.value = now.trim()), ms);
  });
  return asked;
}
