import * as assist from "@api/assist";
import type { Mood, Tense } from "@api/assist";
import type { Conversation } from "@api/types";
import { keepPreviousData, useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";

/** What was read out of the open talk. Asked again when somebody speaks and when the reader tells of it. */
export function useAid(conversation: Ref<Conversation>) {
  return useQuery({
    queryKey: computed(() => ["assist", "talk", conversation.value.id, conversation.value.last_message?.seq ?? 0]),
    queryFn: () => assist.aid(conversation.value.id),
    placeholderData: (before, query) => (query?.queryKey[2] === conversation.value.id ? keepPreviousData(before) : undefined),
    retry: false,
  });
}

/** Talks that call for care, one request for all rows of all lists. */
export function useTense() {
  const query = useQuery({ queryKey: ["assist", "tense"], queryFn: assist.tense, staleTime: 30_000, retry: false });
  return computed(() => new Map<string, Tense>((query.data.value?.items ?? []).map((one) => [one.conversation_id, one])));
}

const ORDER = ["media", "threatening", "abusive", "angry", "complaint", "praise"];
/** The mood a flag names: the gravest. */
export function gravest(moods: readonly string[]): string | undefined {
  return ORDER.find((mood) => moods.includes(mood));
}

/** How loud a flag is: nothing for calm, quiet for praise and displeasure, late-red from tense on. */
export function loudness(mood: Pick<Mood, "moods" | "risk"> | null | undefined): "none" | "kept" | "near" | "late" {
  if (!mood) return "none";
  if (mood.risk >= 2) return "late";
  if (mood.risk === 1) return "near";
  return mood.moods.includes("praise") ? "kept" : "none";
}
