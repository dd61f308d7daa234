import * as conversations from "@api/conversations";
import type { Conversation, Row } from "@api/types";
import { failed, told } from "@ui/toast";
import { momentText } from "@ui/time";
import { ref, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { useDesk } from "@desk/live";
import { useSession } from "@desk/workforce/session";

/** The verbs of a conversation: each shows its result at once, says what it did, and offers to take it back. */
export function useActions(conversation: Ref<Conversation | undefined>, refresh: () => Promise<void>) {
  const { t } = useI18n();
  const desk = useDesk();
  const session = useSession();
  const busy = ref(false);

  async function act(work: (open: Conversation) => Promise<Row>, done: (row: Row) => string, undo?: (open: Conversation) => Promise<Row>): Promise<boolean> {
    const open = conversation.value;
    if (!open || busy.value) return false;
    busy.value = true;
    try {
      const row = await work(open);
      desk.row(row);
      await refresh();
      told(done(row), undo && (async () => (desk.row(await undo(open)), refresh())));
      return true;
    } catch (error) {
      failed(error);
      await refresh();
      return false;
    } finally {
      busy.value = false;
    }
  }

  const may = (verb: string) => conversation.value?.allowed.includes(verb) ?? false;
  const back = (open: Conversation) => (open.assignee ? conversations.assign(open.id, { agent_id: open.assignee.id }) : conversations.release(open.id));

  return {
    busy,
    may,
    take: () => act((open) => conversations.assign(open.id, { agent_id: session.id, expected_assignee_id: open.assignee?.id ?? null }), (row) => t("talk.taken", { name: row.customer.name }), back),
    release: () => act((open) => conversations.release(open.id), () => t("talk.released"), back),
    transfer: (to: { id: string; name: string; group?: boolean }, note: string) =>
      act((open) => conversations.assign(open.id, { agent_id: to.group ? null : to.id, group_id: to.group ? to.id : null, note: note || undefined, expected_assignee_id: open.assignee?.id ?? null }), () => t("talk.transferred", { name: to.name }), back),
    snooze: (until: string) => act((open) => conversations.snooze(open.id, until), () => t("talk.snoozed", { at: momentText(until) }), (open) => conversations.wake(open.id)),
    wake: () => act((open) => conversations.wake(open.id), () => t("talk.woken")),
    close: (reason: string, note: string) => act((open) => conversations.close(open.id, reason, note || undefined), () => t("talk.closed"), (open) => conversations.reopen(open.id)),
    unread: () => act((open) => conversations.unread(open.id), () => t("talk.markedUnread")),
    reopen: () => act((open) => conversations.reopen(open.id), () => t("talk.reopened")),
    stage: (stage: string | null) => act((open) => conversations.stage(open.id, stage), () => t("stage.set", { stage: stage ? t(`stage.${stage}`) : t("stage.none") }), (open) => conversations.stage(open.id, open.stage)),
    tag: (tags: string[]) => act((open) => conversations.tag(open.id, tags), () => t("common.saved"), (open) => conversations.tag(open.id, open.tags)),
    priority: () =>
      act(
        (open) => conversations.priority(open.id, open.priority === "high" ? "normal" : "high"),
        (row) => t(row.priority === "high" ? "talk.prioritySet" : "talk.priorityUnset"),
        (open) => conversations.priority(open.id, open.priority),
      ),
  };
}
export type Actions = ReturnType<typeof useActions>;
