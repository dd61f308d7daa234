import { told } from "@ui/toast";
import { useQueryClient } from "@tanstack/vue-query";
import { ref } from "vue";
import { useI18n } from "vue-i18n";

/** One dialog's act: busy while it runs, its refusal as a sentence, the lists anew when it is done. */
export function useSending(done: () => void) {
  const { t } = useI18n();
  const cache = useQueryClient();
  const busy = ref(false);
  const refusal = ref("");
  async function send(act: () => Promise<unknown>, says = t("shipping.saved")): Promise<void> {
    busy.value = true;
    refusal.value = "";
    try {
      await act();
      told(says);
      await cache.invalidateQueries({ queryKey: ["shipping"] });
      done();
    } catch (error) {
      refusal.value = (error as Error).message;
    } finally {
      busy.value = false;
    }
  }
  return { busy, refusal, send };
}
