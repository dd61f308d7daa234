import { ApiError } from "@api/client";
import { told } from "@ui/toast";
import { useQueryClient } from "@tanstack/vue-query";
import { h, ref } from "vue";
import { useI18n } from "vue-i18n";
import { RouterLink } from "vue-router";

/** What all queues share: an act with its refusal as a sentence, and how an order is shown. */
export function useStep() {
  const { t } = useI18n();
  const cache = useQueryClient();
  const busy = ref(false);
  const refusal = ref("");
  async function act(what: () => Promise<unknown>, says = t("steps.saved")): Promise<boolean> {
    busy.value = true;
    refusal.value = "";
    try {
      await what();
      told(says);
      await cache.invalidateQueries({ queryKey: ["steps"] });
      return true;
    } catch (error) {
      refusal.value = (error as ApiError).message;
      told(refusal.value);
      return false;
    } finally {
      busy.value = false;
    }
  }
  const quiet = (text: string) => h("div", { class: "cut", style: "color: var(--ink-2); font-size: var(--text-12)" }, text);
  const order = (id: string, number: string, customer: string | null) => [h(RouterLink, { class: "num", to: { name: "order", params: { id } } }, () => number), quiet(customer ?? "")];
  return { busy, refusal, act, quiet, order };
}
