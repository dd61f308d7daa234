import * as shop from "@api/shop";
import type { PhraseCategory } from "@api/types";
import { locale } from "@ui/locale";
import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";

export const categoryName = (category: PhraseCategory | undefined): string => (category ? (locale.value === "zh" ? category.name_zh : category.name_en) : "");

export function useCategories() {
  const query = useQuery({ queryKey: ["phrases", "categories"], queryFn: shop.categories, staleTime: 60_000 });
  const all = computed(() => [...(query.data.value?.items ?? [])].sort((a, b) => a.position - b.position));
  const active = computed(() => all.value.filter((category) => category.active));
  const byId = computed(() => new Map(all.value.map((category) => [category.id, category])));
  return { query, all, active, byId };
}
