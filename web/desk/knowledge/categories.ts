import * as api from "@api/knowledge";
import type { ArticleCategory } from "@api/knowledge";
import { locale } from "@ui/locale";
import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";

export const categoryName = (one: ArticleCategory | undefined): string => (one ? (locale.value === "zh" ? one.name_zh : one.name_en) : "");

/** What articles are sorted by. */
export function useArticleCategories() {
  const query = useQuery({ queryKey: ["article-categories"], queryFn: api.categories, staleTime: 60_000 });
  const all = computed(() => (query.data.value?.items ?? []).filter((one) => one.active));
  const byId = computed(() => new Map((query.data.value?.items ?? []).map((one) => [one.id, one])));
  return { all, byId };
}
