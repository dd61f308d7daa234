import type { Identity } from "./types";

/** The page that shows the chat in a frame, if one does. */
export const embedded = window.parent !== window && new URLSearchParams(location.search).has("embed");

export type FromHost =
  | { type: "xiaoer:hello"; identity: Identity | null; open: boolean }
  | { type: "xiaoer:identity"; identity: Identity | null }
  | { type: "xiaoer:shown"; open: boolean };
type ToHost = { type: "xiaoer:ready" } | { type: "xiaoer:unread"; count: number } | { type: "xiaoer:close" } | { type: "xiaoer:talked" };

const wanted = new URLSearchParams(location.search).get("host") ?? "";
const host = /^https?:\/\/[^/?#]+$/.test(wanted) ? wanted : null;

/** Tells the page around us. Nothing personal is ever said, and only the page that was named hears it. */
export function tellHost(message: ToHost): void {
  if (embedded && host) window.parent.postMessage(message, host);
}

/** Hears the page around us and nobody else. */
export function onHost(take: (message: FromHost) => void): void {
  if (!embedded || !host) return;
  window.addEventListener("message", (event) => {
    const data: unknown = event.data;
    if (event.source !== window.parent || event.origin !== host) return;
    if (typeof data === "object" && data !== null && String((data as FromHost).type).startsWith("xiaoer:")) take(data as FromHost);
  });
}
