import { reactive } from "vue";

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "error";
  code?: string;
  undo?: () => void | Promise<void>;
}

export const toasts = reactive<Toast[]>([]);
/** How long an action can be taken back: eight seconds. */
export const UNDO_MS = 8000;
let last = 0;

function show(toast: Omit<Toast, "id">, ms: number): number {
  last += 1;
  const id = last;
  toasts.push({ id, ...toast });
  if (toasts.length > 3) toasts.shift();
  setTimeout(() => dismiss(id), ms);
  return id;
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** Says what was done; with `undo`, offers to take it back for eight seconds. */
export function told(text: string, undo?: () => void | Promise<void>): number {
  return show({ text, tone: "plain", undo }, undo ? UNDO_MS : 4000);
}

export function failed(error: unknown): number {
  const shaped = error as { message?: string; code?: string };
  return show({ text: shaped.message ?? String(error), code: shaped.code, tone: "error" }, UNDO_MS);
}

export async function takeBack(toast: Toast): Promise<void> {
  dismiss(toast.id);
  try {
    await toast.undo?.();
  } catch (error) {
    failed(error);
  }
}
