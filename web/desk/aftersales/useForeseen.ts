import * as api from "@api/aftersales";
import type { Amending, Foreseen } from "@api/aftersales";
import { ref, watch, type Ref } from "vue";

const PAUSE_MS = 250;

/** What a change before shipping would come to, asked again with every change; the last answer counts. */
export function useForeseen(orderId: string, body: Ref<Amending>, whole: Ref<boolean>) {
  const foreseen = ref<Foreseen | null>(null);
  const refusal = ref("");
  const weighing = ref(false);
  let turn = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  async function weigh(): Promise<void> {
    const mine = ++turn;
    try {
      const found = await api.foreseen(orderId, body.value);
      if (mine === turn) [foreseen.value, refusal.value] = [found, ""];
    } catch (error) {
      if (mine === turn) [foreseen.value, refusal.value] = [null, (error as Error).message];
    } finally {
      if (mine === turn) weighing.value = false;
    }
  }
  watch(
    [body, whole],
    () => {
      clearTimeout(soon);
      turn++;
      weighing.value = whole.value;
      if (whole.value) soon = setTimeout(() => void weigh(), PAUSE_MS);
      else [foreseen.value, refusal.value] = [null, ""];
    },
    { deep: true },
  );
  return { foreseen, refusal, weighing };
}
