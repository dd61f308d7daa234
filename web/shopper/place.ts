import { computed, ref } from "vue";

/** Where in after-sales the visitor is: an address of its own, so that "back" works and a notice can point at a case. */
export type Place = { view: "home" } | { view: "order" | "apply" | "amend" | "case"; id: string };

const FORM = /^#aftersales(?:\/(order|apply|amend|case)\/([0-9a-f-]{36}))?$/;

export function placeOf(hash: string): Place | null {
  const found = FORM.exec(hash);
  if (!found) return null;
  return found[1] ? { view: found[1] as "order", id: found[2]! } : { view: "home" };
}
export const hashOf = (view: string, id?: string): string => (id ? `#aftersales/${view}/${id}` : "#aftersales");

const hash = ref(location.hash);
window.addEventListener("hashchange", () => (hash.value = location.hash));
/** Null: the talk itself. */
export const place = computed(() => placeOf(hash.value));

export function go(view: string, id?: string): void {
  location.hash = hashOf(view, id);
  hash.value = location.hash;
}
/** The same step in another view, so that "back" does not lead into what is done. */
export function become(view: string, id?: string): void {
  history.replaceState(history.state, "", hashOf(view, id));
  hash.value = location.hash;
}
export function leave(): void {
  history.pushState(history.state, "", location.pathname + location.search);
  hash.value = "";
}
