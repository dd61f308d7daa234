import { onScopeDispose, ref, watch } from "vue";
import { Refusal } from "../api";
import { page } from "../talk";
import * as api from "./api";
import { makeKeys } from "@ui/once";
import type { Followed } from "./types";

const LOOK_EVERY_MS = 20_000;

/** One case, kept up to date while it is looked at, and what can be done about it, each thing once. */
export function useCase(id: string) {
  const one = ref<Followed | null>(null);
  const refusal = ref<Refusal | null>(null);
  const busy = ref(false);
  const failed = ref<Refusal | null>(null);
  const keys = makeKeys();

  async function load(): Promise<void> {
    try {
      const found = await api.follow(id);
      if (!busy.value && (!one.value || found.version >= one.value.version)) one.value = found;
      refusal.value = null;
    } catch (error) {
      if (!one.value) refusal.value = error as Refusal;
    }
  }

  /** False: it was not done, and `failed` says why. */
  async function act(what: string, entered: Record<string, unknown> = {}): Promise<boolean> {
    const body = what === "evidence" || what === "feedback" ? entered : { version: one.value!.version, ...entered };
    busy.value = true;
    failed.value = null;
    try {
      one.value = await api.act(id, what, body, keys.keyFor([what, body]));
      keys.answered();
      return true;
    } catch (error) {
      failed.value = error as Refusal;
      if (!(error as Refusal).passing) keys.answered();
      // Somebody else was faster: what is on the page is no longer so.
      if ((error as Refusal).code === "CaseChanged") one.value = await api.follow(id).catch(() => one.value);
      return false;
    } finally {
      busy.value = false;
    }
  }

  const timer = setInterval(() => document.visibilityState === "visible" && !busy.value && void load(), LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));
  // A notice in the talk is often about this.
  watch(() => page.messages.at(-1)?.seq, () => void load());
  return { one, refusal, busy, failed, load, act };
}
export type CaseBook = ReturnType<typeof useCase>;
