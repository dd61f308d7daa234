import * as api from "@api/aftersales";
import type { Case, CaseAction } from "@api/aftersales";
import type { ApiError } from "@api/client";
import { useQuery, useQueryClient } from "@tanstack/vue-query";
import { computed, inject, provide, ref, type InjectionKey, type Ref } from "vue";

function make(id: Ref<string>) {
  const cache = useQueryClient();
  const key = computed(() => ["cases", "one", id.value]);
  const query = useQuery({ queryKey: key, queryFn: () => api.caseOf(id.value) });
  const one = computed<Case | undefined>(() => query.data.value);
  const refusal = computed(() => query.error.value as ApiError | null);
  const busy = ref(false);

  /** Does it once, however often the button is pressed: the key stays until the server answered. */
  let sending: { what: string; key: string } | null = null;
  async function act(action: CaseAction, entered: Record<string, unknown>): Promise<void> {
    const body = action.action === "evidence" ? entered : { version: one.value!.version, ...entered };
    const what = JSON.stringify([action.path, body]);
    if (sending?.what !== what) sending = { what, key: crypto.randomUUID() };
    busy.value = true;
    try {
      const now = await api.actOn(action.path, body, sending.key);
      sending = null;
      cache.setQueryData(["cases", "one", now.id], now);
    } finally {
      busy.value = false;
      void cache.invalidateQueries({ queryKey: ["cases"] });
    }
  }
  return { query, one, refusal, busy, act };
}

const KEY: InjectionKey<ReturnType<typeof make>> = Symbol("case");

/** The page opens a case for everything on it. */
export function openCase(id: Ref<string>) {
  const made = make(id);
  provide(KEY, made);
  return made;
}
/** The case of the page around, which is there once its parts are drawn. */
export function useCase() {
  const { one, busy, act } = inject(KEY)!;
  return { one: one as Ref<Case>, busy, act };
}
