import * as holds from "@api/holds";
import type { Conversation } from "@api/types";
import { failed, told } from "@ui/toast";
import { uuid } from "@ui/uuid";
import { useQuery, useQueryClient } from "@tanstack/vue-query";
import { computed, ref, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { prompted, waitWords } from "./holds";

/** What is being checked in a talk, and the verbs about it: each says what it did. */
export function useHold(conversation: Ref<Conversation>) {
  const { t } = useI18n();
  const cache = useQueryClient();
  const busy = ref(false);
  const query = useQuery({
    queryKey: computed(() => ["hold", conversation.value.id, conversation.value.hold?.until ?? ""]),
    queryFn: () => holds.now(conversation.value.id),
  });

  async function act(work: (id: string) => Promise<unknown>, done: string): Promise<boolean> {
    busy.value = true;
    try {
      await work(conversation.value.id);
      prompted.delete(conversation.value.id);
      told(done);
      await Promise.all([cache.invalidateQueries({ queryKey: ["conversation", conversation.value.id] }), cache.invalidateQueries({ queryKey: ["late-holds"] })]);
      return true;
    } catch (error) {
      failed(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  const wait = (minutes: number) => waitWords(minutes, t);

  return {
    busy,
    wait,
    hold: computed(() => (conversation.value.hold ? (query.data.value?.hold ?? null) : null)),
    contactTexts: computed(() => query.data.value?.contact_texts ?? []),
    lookupSec: computed(() => query.data.value?.lookup_sec ?? 60),
    begin: (checking: string, minutes: number, text: string) => act((id) => holds.begin(id, { client_id: uuid(), checking, minutes, text }), t("hold.begun", { wait: wait(minutes) })),
    extend: (minutes: number, text: string) => act((id) => holds.extend(id, { client_id: uuid(), minutes, text }), t("hold.extended", { wait: wait(minutes) })),
    answer: (text: string, as_hoped: boolean, reason: string, alternatives: string[]) => act((id) => holds.answer(id, { client_id: uuid(), text, as_hoped, reason, alternatives }), t("hold.answered")),
    cancel: (reason: string) => act((id) => holds.cancel(id, reason), t("hold.givenUp")),
  };
}
export type Holding = ReturnType<typeof useHold>;
