import * as api from "@api/phrases";
import type { Phrase } from "@api/types";
import { useQuery } from "@tanstack/vue-query";
import { computed, ref, watch } from "vue";
import { matching, slashAt } from "./slash";

/** A phrase in the words that fit the talk; `whose`: whom those are for, if not for everybody. */
export type Fitting = Phrase & { whose: { group: string | null; scenario: string | null } | null };

/** The list that opens on `/` in the composer; arrows choose, Enter inserts, Escape puts it away. */
export function usePhrasePicker(talk: () => string, text: () => string, caret: () => number, insert: (phrase: Phrase, from: number, to: number) => void) {
  const query = useQuery({ queryKey: computed(() => ["phrases", "for", talk()]), queryFn: () => api.offered(talk()), staleTime: 60_000 });
  // The words that fit this customer stand in place of the usual ones.
  const known = computed<Fitting[]>(() => (query.data.value?.items ?? []).map((one) => ({ ...one.phrase, text: one.text, whose: one.group || one.scenario ? { group: one.group, scenario: one.scenario } : null })));
  const at = ref(0);
  const put = ref("");
  const slash = computed(() => slashAt(text(), caret()));
  const open = computed(() => slash.value !== null && put.value !== key());
  const found = computed(() => (slash.value ? matching(known.value, slash.value.query) : []));
  const key = () => (slash.value ? String(slash.value.from) : "");
  watch(() => slash.value?.query, () => (at.value = 0));
  watch(slash, (now) => now === null && (put.value = ""));

  function choose(phrase: Phrase | undefined): void {
    if (phrase && slash.value) insert(phrase, slash.value.from, caret());
  }

  /** True when the key was for the list. */
  function onKey(event: KeyboardEvent): boolean {
    if (!open.value) return false;
    if (event.key === "Escape") put.value = key();
    else if (event.key === "ArrowDown") at.value = (at.value + 1) % Math.max(1, found.value.length);
    else if (event.key === "ArrowUp") at.value = (at.value - 1 + found.value.length) % Math.max(1, found.value.length);
    else if ((event.key === "Enter" || event.key === "Tab") && found.value.length) choose(found.value[at.value]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const point = (index: number) => (at.value = index);

  return { open, found, at, slash, choose, point, onKey };
}
