import { onScopeDispose, watch } from "vue";
import { useDesk } from "@desk/live";

const SETTLE_MS = 300;

/** Asks the server for news of the rows on screen, and only those; scrolling past does not count as looking. */
export function useVisibleTopics(ids: () => string[]): void {
  const { live } = useDesk();
  let leave: (() => void) | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  watch(
    () => [...ids()].sort().join(","),
    (joined) => {
      clearTimeout(soon);
      soon = setTimeout(() => {
        const before = leave;
        leave = joined ? live.want(joined.split(",").map((id) => `conversation:${id}`)) : undefined;
        before?.();
      }, SETTLE_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(soon);
    leave?.();
  });
}
