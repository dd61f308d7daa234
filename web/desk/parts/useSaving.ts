import { ref } from "vue";

/** What every form does when it is sent: busy meanwhile, the server's sentence where it refuses, and what is entered stays. */
export function useSaving(send: () => Promise<void>) {
  const busy = ref(false);
  const refusal = ref("");
  async function save(): Promise<void> {
    busy.value = true;
    refusal.value = "";
    try {
      await send();
    } catch (error) {
      refusal.value = (error as Error).message;
    } finally {
      busy.value = false;
    }
  }
  return { busy, refusal, save };
}
