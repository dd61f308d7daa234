import * as shop from "@api/shop";
import type { Attachment, Conversation, Phrase } from "@api/types";
import { isComposing } from "@ui/keys";
import { failed } from "@ui/toast";
import { uuid } from "@ui/uuid";
import { computed, nextTick, onScopeDispose, reactive, ref, watch, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { useDesk } from "@desk/live";
import { useSession } from "@desk/workforce/session";
import { focusOrder, offered } from "./asks";
import { useDrafts } from "./drafts";
import { useOutbox } from "./outbox";
import { firstHole, unfilled } from "./slash";
import { useLookOver } from "./useLookOver";
import { usePhrasePicker } from "./usePhrasePicker";

const MOST_FILES = 9;
const TYPING_EVERY_MS = 3000;

export interface Upload {
  id: string;
  name: string;
  part: number;
}

export function useComposer(conversation: Ref<Conversation>, field: Ref<HTMLTextAreaElement | undefined>) {
  const { t } = useI18n();
  const session = useSession();
  const desk = useDesk();
  const outbox = useOutbox();
  const draft = computed(() => useDrafts().of(conversation.value.id));
  const drafts = useDrafts();
  const caret = ref(0);
  const uploads = reactive<Upload[]>([]);

  const kind = computed({
    get: () => draft.value.kind,
    set: (next) => {
      draft.value.kind = next;
      void nextTick(() => field.value?.focus());
    },
  });
  const text = computed({ get: () => draft.value[draft.value.kind], set: (next) => (draft.value[draft.value.kind] = next) });
  const missing = computed(() => (kind.value === "reply" ? unfilled(text.value) : []));
  const missingNames = computed(() => missing.value.map((name) => t(`phrase.var.${name}`)).join("、"));
  const enterSends = computed(() => session.likes("enter_sends", true));
  const ready = computed(() => (text.value.trim() !== "" || draft.value.attachments.length > 0) && !uploads.length && !missing.value.length);

  function put(next: string, from: number, to = from): void {
    text.value = next;
    drafts.keep(conversation.value.id);
    void nextTick(() => {
      field.value?.focus();
      field.value?.setSelectionRange(from, to);
      caret.value = to;
    });
  }

  function insertAt(words: string, from = field.value?.selectionStart ?? text.value.length, to = field.value?.selectionEnd ?? from): void {
    const next = text.value.slice(0, from) + words + text.value.slice(to);
    const hole = firstHole(words);
    put(next, from + (hole ? hole[0] : words.length), from + (hole ? hole[1] : words.length));
  }

  async function insertPhrase(phrase: Phrase, from: number, to: number): Promise<void> {
    const filled = phrase.variables.length > 0 || phrase.variants.length > 0;
    try {
      const rendered = filled ? await shop.render(phrase.id, { conversation_id: conversation.value.id, order_id: focusOrder.get(conversation.value.id) }) : { text: phrase.text };
      draft.value.phrase_id = phrase.id;
      insertAt(rendered.text, from, to);
    } catch (error) {
      // Past its dates or gone: nothing is inserted, and the sentence says why.
      failed(error);
    }
  }
  const picker = usePhrasePicker(() => conversation.value.id, () => text.value, () => caret.value, (phrase, from, to) => void insertPhrase(phrase, from, to));

  let toldAt = 0;
  let stop: ReturnType<typeof setTimeout> | undefined;
  function tellTyping(on: boolean): void {
    if (kind.value !== "reply" && on) return;
    clearTimeout(stop);
    if (on) stop = setTimeout(() => tellTyping(false), TYPING_EVERY_MS + 1000);
    if (on && Date.now() - toldAt < TYPING_EVERY_MS) return;
    toldAt = on ? Date.now() : 0;
    desk.live.typing(conversation.value.id, on);
  }

  function typed(): void {
    caret.value = field.value?.selectionStart ?? 0;
    drafts.keep(conversation.value.id);
    tellTyping(text.value !== "");
  }

  const over = useLookOver(() => conversation.value.id, text, () => draft.value.phrase_id, computed(() => kind.value === "reply"));

  function send(): void {
    if (!ready.value || over.blocked.value) return;
    outbox.send({ conversation_id: conversation.value.id, kind: kind.value, text: text.value.trim(), attachments: [...draft.value.attachments], phrase_id: kind.value === "reply" ? draft.value.phrase_id : undefined });
    tellTyping(false);
    drafts.clear(conversation.value.id);
    caret.value = 0;
    if (kind.value === "note") draft.value.kind = "reply";
    field.value?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (picker.onKey(event)) return;
    if (event.key === "Escape") return field.value?.blur();
    const withMod = event.ctrlKey || event.metaKey;
    if (event.key !== "Enter" || event.shiftKey || event.altKey || (!withMod && !enterSends.value)) return;
    event.preventDefault();
    send();
  }

  async function addFiles(files: Iterable<File>): Promise<void> {
    for (const file of files) {
      if (draft.value.attachments.length + uploads.length >= MOST_FILES) return void failed(new Error(t("composer.tooMany")));
      uploads.push({ id: uuid(), name: file.name, part: 0 });
      const upload = uploads[uploads.length - 1] as Upload;
      const target = draft.value;
      shop
        .sendFile(file, (part) => (upload.part = part))
        .then((sent: Attachment) => target.attachments.push(sent))
        .catch(failed)
        .finally(() => uploads.splice(uploads.findIndex((one) => one.id === upload.id), 1));
    }
  }
  const dropFile = (id: string) => (draft.value.attachments = draft.value.attachments.filter((file) => file.id !== id));

  watch(offered, (offer) => {
    if (offer?.conversation_id !== conversation.value.id) return;
    draft.value.kind = "reply";
    void nextTick(() => insertAt(offer.text));
  });
  onScopeDispose(() => {
    clearTimeout(stop);
    if (toldAt) desk.live.typing(conversation.value.id, false);
  });

  return { over, draft, kind, text, caret, missing, missingNames, enterSends, ready, uploads, picker, insertAt, typed, send, onKey, addFiles, dropFile };
}
