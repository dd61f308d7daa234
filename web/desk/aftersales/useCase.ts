import * as api from "@api/aftersales";
import type { Case, CaseAction } from "@api/aftersales";
import type { ApiError } from "@api/client";
import { makeKeys } from "@ui/once";
import { useQuery, useQueryClient } from "@tanstack/vue-query";
import { computed, inject, provide, ref, type InjectionKey, type Ref } from "vue";

function make(id: Ref<string>) {
  const cache = useQueryClient();
  const key = computed(() => ["cases", "one", id.value]);
  const query = useQuery({ queryKey: key, queryFn: () => api.caseOf(id.value) });
  const one = computed<Case | undefined>(() => query.data.value);
  const refusal = computed(() => query.error.value as ApiError | null);
  /** Asked for apart: the case itself is there first. */
  const surroundings = useQuery({ queryKey: computed(() => ["cases", "around", id.value]), queryFn: () => api.surroundings(id.value) });
  const around = computed(() => surroundings.data.value);
  const busy = ref(false);

  /** Does it once, however often the button is pressed: the key stays until the server answered. */
  const keys = makeKeys();
  async function act(action: CaseAction, entered: Record<string, unknown>): Promise<Case> {
    const body = action.action === "evidence" ? entered : { version: one.value!.version, ...entered };
    busy.value = true;
    try {
      const now = await api.actOn(action.path, body, keys.keyFor([action.path, body]));
      keys.answered();
      cache.setQueryData(["cases", "one", now.id], now);
      return now;
    } finally {
      busy.value = false;
      void cache.invalidateQueries({ queryKey: ["cases"] });
    }
  }
  return { query, one, around, surroundings, refusal, busy, act };
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
  const { one, around, surroundings, busy, act } = inject(KEY)!;
  return { one: one as Ref<Case>, around, surroundings, busy, act };
}
