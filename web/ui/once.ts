import { uuid } from "./uuid";

/** The key under which something is sent: it stays until the server has answered, and a changed content gets a new one. */
export function makeKeys() {
  let sent: { content: string; key: string } | null = null;
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content);
      if (sent?.content !== text) sent = { content: text, key: uuid() };
      return sent.key;
    },
    answered(): void {
      sent = null;
    },
  };
}
