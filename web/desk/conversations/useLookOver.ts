import * as checks from "@api/checks";
import type { Finding } from "@api/types";
import { computed, onScopeDispose, ref, watch, type Ref } from "vue";

const AFTER_MS = 350;

/** What is to be said of the words being written; asked a moment after the last key. */
export function useLookOver(conversationId: () => string, text: Ref<string>, phraseId: () => string | undefined, on: Ref<boolean>) {
  const findings = ref<Finding[]>([]);
  let soon: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function ask(): Promise<void> {
    const mine = ++asked;
    const said = text.value.trim();
    // The check is a help: without it the server still refuses what may not be sent.
    const found = await checks.look(conversationId(), said, phraseId()).catch(() => null);
    if (mine === asked) findings.value = found && on.value && text.value.trim() === said ? found.findings : [];
  }
  watch([text, on], () => {
    clearTimeout(soon);
    if (!on.value || !text.value.trim()) {
      asked += 1;
      findings.value = [];
    } else soon = setTimeout(() => void ask(), AFTER_MS);
  });
  onScopeDispose(() => clearTimeout(soon));

  return { findings, blocked: computed(() => findings.value.some((one) => one.blocks)) };
}

/** The text with a word said otherwise; where it has moved meanwhile, its first place counts. */
export function saidOtherwise(text: string, found: Finding): string {
  const chars = Array.from(text);
  const there = chars.slice(found.start, found.start + Array.from(found.word).length).join("") === found.word;
  if (!there) return text.replace(found.word, found.alternative);
  return chars.slice(0, found.start).join("") + found.alternative + chars.slice(found.start + Array.from(found.word).length).join("");
}
