import * as conversations from "@api/conversations";
import type { Conversation, Message } from "@api/types";
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/vue-query";
import { computed, onScopeDispose, ref, watch, type Ref } from "vue";
import { showTyping, useDesk } from "@desk/live";
import { useSession } from "@desk/workforce/session";
import { joined, lastSeq, type Stream } from "./stream";

const PAGE = 60;
const READ_MS = 400;

/** One conversation, shared by every part of the page that asks for the same id: its row, its messages, its live news. */
export function useConversation(id: Ref<string>) {
  const cache = useQueryClient();
  const detail = useQuery({
    queryKey: computed(() => ["conversation", id.value]),
    queryFn: async (): Promise<Conversation> => {
      const open = await conversations.open(id.value, PAGE);
      if (open.messages) absorb(cache, open.id, open.messages);
      if (open.customer_typing) showTyping(open.id);
      return { ...open, messages: null };
    },
    enabled: () => Boolean(id.value),
  });
  return { detail, conversation: computed(() => detail.data.value), refresh: () => cache.invalidateQueries({ queryKey: ["conversation", id.value] }) };
}

/** The newest page into what is known; a page that does not touch it replaces it, so that no hole remains. */
export function absorb(cache: QueryClient, id: string, page: { items: Message[]; more: boolean }): void {
  cache.setQueryData<Stream>(["messages", id], (known) => {
    const touches = known && (page.items[0]?.seq ?? 0) <= lastSeq(known) + 1;
    return touches ? joined(known, page.items) : { items: page.items, more: page.more };
  });
}

export function useStream(id: Ref<string>, conversation: Ref<Conversation | undefined>) {
  const cache = useQueryClient();
  const desk = useDesk();
  const session = useSession();
  const key = () => ["messages", id.value];
  const loadingEarlier = ref(false);

  // Filled by opening the talk and by live news; it has nothing of its own to fetch.
  const query = useQuery<Stream>({ queryKey: computed(key), queryFn: () => cache.getQueryData<Stream>(key()) ?? { items: [], more: false }, enabled: false, staleTime: Infinity });
  const stream = computed<Stream>(() => query.data.value ?? { items: [], more: false });

  // News that came while the talk was being fetched is caught up here: the row knows how far the talk has gone.
  watch(
    () => [conversation.value?.last_message?.seq ?? 0, lastSeq(query.data.value)] as const,
    ([newest, known]) => {
      if (query.data.value && newest > known) void desk.fill(id.value);
    },
    { immediate: true },
  );

  async function earlier(): Promise<void> {
    const first = stream.value.items[0];
    if (!first || !stream.value.more || loadingEarlier.value) return;
    loadingEarlier.value = true;
    try {
      const page = await conversations.messages(id.value, { before: first.seq }, PAGE);
      cache.setQueryData<Stream>(key(), (now) => joined(now, page.items, page.more));
    } finally {
      loadingEarlier.value = false;
    }
  }

  /** Loads back to `seq` so that a found message can be shown. */
  async function reach(seq: number): Promise<void> {
    for (let rounds = 0; rounds < 20 && stream.value.more && (stream.value.items[0]?.seq ?? 0) > seq; rounds += 1) await earlier();
  }

  let soon: ReturnType<typeof setTimeout> | undefined;
  /** Only the person who serves the customer marks as read: a look over the shoulder changes nothing. */
  function markRead(): void {
    const open = conversation.value;
    const seq = lastSeq(stream.value);
    if (!open || open.assignee?.id !== session.id || document.visibilityState === "hidden" || (seq <= open.staff_read_seq && !open.unread)) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      cache.setQueryData<Conversation>(["conversation", open.id], (now) => now && { ...now, unread: 0, staff_read_seq: Math.max(now.staff_read_seq, seq) });
      conversations.read(open.id, seq).catch(() => {});
    }, READ_MS);
  }

  /** A lead who looks into a colleague's talk is not shown to anybody (EMT-3); nor before it is known whose it is. At one nobody serves all see each other. */
  const silent = computed(() => {
    if (!session.may("conversations:manage")) return false;
    const talk = conversation.value;
    return !talk || (!!talk.assignee && talk.assignee.id !== session.id);
  });
  const leave = watch(
    id,
    (next, _before, cleanUp) => cleanUp(desk.live.want([`conversation:${next}`])),
    { immediate: true },
  );
  watch([id, silent], ([next, unseen]) => desk.live.viewing(next, unseen), { immediate: true });
  onScopeDispose(() => {
    clearTimeout(soon);
    leave();
    desk.live.viewing(null);
  });

  const settle = (message: Message) => desk.message(message);
  return { query, stream, earlier, reach, loadingEarlier, markRead, settle };
}
export type TalkStream = ReturnType<typeof useStream>;
