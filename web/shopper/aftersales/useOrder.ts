import { onMounted, ref } from "vue";
import type { Refusal } from "../api";
import * as api from "./api";
import type { Eligible } from "./types";

/** What may be asked for on an order. */
export function useOrder(id: string) {
  const order = ref<Eligible | null>(null);
  const refusal = ref<Refusal | null>(null);
  async function load(): Promise<void> {
    refusal.value = null;
    try {
      order.value = await api.about(id);
    } catch (error) {
      refusal.value = error as Refusal;
    }
  }
  onMounted(load);
  return { order, refusal, load };
}
