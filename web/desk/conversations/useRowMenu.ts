import type { Row } from "@api/types";
import { isTyping } from "@ui/keys";
import { nextTick, shallowRef, type Ref } from "vue";
import { useShortcut } from "@desk/shell/shortcuts";
import type { Inbox } from "./useInbox";

interface Asked {
  row: Row;
  x: number;
  y: number;
  /** Each asking draws a menu of its own. */
  nonce: number;
}
const RIGHT_BUTTON = 2;
const INSET = 56;

/** Which row's menu is asked for, where, and back to the row when it is gone. */
export function useRowMenu(inbox: Inbox, scroller: Ref<HTMLElement | undefined>) {
  const menu = shallowRef<Asked | null>(null);
  let nonce = 0;
  const rowOf = (id: string) => scroller.value?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);

  function show(row: Row, x: number, y: number): void {
    nonce += 1;
    menu.value = { row, x, y, nonce };
  }
  function beside(row: Row): boolean {
    const box = rowOf(row.id)?.getBoundingClientRect();
    if (box) show(row, box.left + INSET, box.top + box.height / 2);
    return Boolean(box);
  }

  /** By the pointer where it is, by the menu key beside the row; Shift leaves the browser its own menu. */
  function ask(event: MouseEvent, row: Row): void {
    if (event.button === RIGHT_BUTTON && event.shiftKey) return;
    event.preventDefault();
    if (event.button === RIGHT_BUTTON) show(row, event.clientX, event.clientY);
    else beside(row);
  }

  useShortcut("list.menu", () => {
    const at = document.activeElement;
    const id = at?.closest<HTMLElement>("[data-id]")?.dataset.id ?? (isTyping(at) ? "" : inbox.openId.value);
    const row = inbox.rows.value.find((one) => one.id === id);
    return row !== undefined && beside(row);
  });

  async function leaveMenu(): Promise<void> {
    const id = menu.value?.row.id ?? "";
    menu.value = null;
    await nextTick();
    if (document.activeElement === document.body) rowOf(id)?.querySelector<HTMLElement>("a")?.focus();
  }
  return { menu, ask, leaveMenu };
}
