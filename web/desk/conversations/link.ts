import { told } from "@ui/toast";
import type { Router } from "vue-router";

/** The address under which any colleague finds this conversation, whatever view it is in. */
export function linkTo(router: Router, id: string): string {
  return new URL(router.resolve({ name: "inbox", params: { view: "all", id } }).href, location.origin).href;
}

export async function copyLink(router: Router, id: string, done: string): Promise<void> {
  await navigator.clipboard.writeText(linkTo(router, id));
  told(done);
}
