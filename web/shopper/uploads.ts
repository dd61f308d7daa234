import { computed, reactive } from "vue";
import { Refusal, upload } from "./api";
import { uuid } from "@ui/uuid";
import type { Attachment } from "./types";

export const ACCEPTED = ["image/png", "image/jpeg", "image/gif", "image/webp"];
export const MOST = 9;
const SHRINK_OVER_BYTES = 4 * 1024 * 1024;
const LONGEST_SIDE = 2560;

export interface Upload {
  key: string;
  name: string;
  preview: string;
  part: number;
  error: string | null;
  done: Attachment | null;
  stop: () => void;
}

/** The pictures of the message being written. */
export const uploads = reactive<{ list: Upload[] }>({ list: [] });
export const uploading = computed(() => uploads.list.some((each) => !each.done && !each.error));

/** Takes pictures; false when something was no picture or there were too many. */
export function add(files: Iterable<File>): boolean {
  let all = true;
  for (const file of files) {
    if (!ACCEPTED.includes(file.type) || uploads.list.length >= MOST) all = false;
    else void start(file);
  }
  return all;
}

async function start(file: File): Promise<void> {
  uploads.list.push({ key: uuid(), name: file.name, preview: URL.createObjectURL(file), part: 0, error: null, done: null, stop: () => undefined });
  const item = uploads.list.at(-1) as Upload;
  const sent = upload<Attachment>("/chat/files", await shrunk(file), (part) => (item.part = part));
  item.stop = sent.stop;
  try {
    item.done = await sent.done;
  } catch (error) {
    item.error = (error as Refusal).message;
  }
}

export function remove(key: string): void {
  const found = uploads.list.find((each) => each.key === key);
  if (!found) return;
  found.stop();
  URL.revokeObjectURL(found.preview);
  uploads.list = uploads.list.filter((each) => each.key !== key);
}

/** The finished ones, and a clean slate. */
export function take(): Attachment[] {
  const done = uploads.list.flatMap((each) => (each.done ? [each.done] : []));
  for (const each of [...uploads.list]) remove(each.key);
  return done;
}

/** A very large photo is made smaller before it travels: nobody waits for pixels that are not looked at. */
export async function shrunk(file: File): Promise<File> {
  if (file.size <= SHRINK_OVER_BYTES || file.type === "image/gif" || typeof createImageBitmap !== "function") return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.86));
    return blob ? new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}
