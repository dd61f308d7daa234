import * as api from "@api/warehouse";
import type { Act, Work } from "@api/warehouse";
import { makeKeys } from "@ui/once";
import { told } from "@ui/toast";
import { useQueryClient } from "@tanstack/vue-query";
import { ref } from "vue";

/** Doing something about a parcel, once however often it is pressed; a refusal is kept for the form. */
export function useHands(work: Work) {
  const cache = useQueryClient();
  const keys = makeKeys();
  const busy = ref(false);
  const refusal = ref("");

  async function act(what: Act, body: Record<string, unknown>, words: string): Promise<boolean> {
    busy.value = true;
    refusal.value = "";
    try {
      await api.act(work.case_id, what, body, keys.keyFor([what, body]));
      keys.answered();
      told(words);
      return true;
    } catch (error) {
      refusal.value = (error as Error).message;
      return false;
    } finally {
      busy.value = false;
      void cache.invalidateQueries({ queryKey: ["cases"] });
    }
  }
  return { busy, refusal, act };
}
