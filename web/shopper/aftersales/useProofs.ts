import { computed, reactive } from "vue";
import { upload, type Refusal } from "../api";
import type { Attachment } from "../types";
import { shrunk } from "../uploads";
import { uuid } from "@ui/uuid";

export const PICTURES = "image/png,image/jpeg,image/webp,image/gif";
export const VIDEOS = "video/mp4";
const MOST_BYTES = 10 * 1024 * 1024;
export const MOST = 9;

export interface Proving {
  key: string;
  kind: string;
  name: string;
  preview: string | null;
  part: number;
  error: string | null;
  done: Attachment | null;
  stop: () => void;
}

/** Pictures and videos that prove something, by what they show. */
export function useProofs(tooLarge: () => string) {
  const list = reactive<Proving[]>([]);
  const busy = computed(() => list.some((each) => !each.done && !each.error));
  const of = (kind: string) => list.filter((each) => each.kind === kind);
  const made = (): { kind: string; file_ids: string[] }[] => {
    const kinds = [...new Set(list.filter((each) => each.done).map((each) => each.kind))];
    return kinds.map((kind) => ({ kind, file_ids: of(kind).flatMap((each) => (each.done ? [each.done.id] : [])) }));
  };

  async function add(kind: string, files: Iterable<File>): Promise<void> {
    const sent = [...files].slice(0, MOST - of(kind).length).map((file) => start(kind, file));
    await Promise.all(sent);
  }
  async function start(kind: string, file: File): Promise<void> {
    const picture = file.type.startsWith("image/");
    list.push({ key: uuid(), kind, name: file.name, preview: picture ? URL.createObjectURL(file) : null, part: 0, error: null, done: null, stop: () => undefined });
    const item = list.at(-1) as Proving;
    const small = picture ? await shrunk(file) : file;
    if (small.size > MOST_BYTES) {
      item.error = tooLarge();
      return;
    }
    const sending = upload<Attachment>("/chat/files", small, (part) => (item.part = part));
    item.stop = sending.stop;
    try {
      item.done = await sending.done;
    } catch (error) {
      item.error = (error as Refusal).message;
    }
  }
  function remove(key: string): void {
    const at = list.findIndex((each) => each.key === key);
    const [gone] = at < 0 ? [] : list.splice(at, 1);
    gone?.stop();
    if (gone?.preview) URL.revokeObjectURL(gone.preview);
  }
  return { list, busy, of, made, add, remove };
}
export type Proofs = ReturnType<typeof useProofs>;
