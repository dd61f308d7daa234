/** What this browser remembers for one shop. Inside a frame a browser may forbid storage: then it lasts as long as the page. */
const memory = new Map<string, string>();

function key(shop: string, name: string): string {
  return `xiaoer:${shop}:${name}`;
}

export function recall<T>(shop: string, name: string): T | null {
  let text: string | null | undefined = memory.get(key(shop, name));
  try {
    text = localStorage.getItem(key(shop, name)) ?? text;
  } catch {
    // Storage is forbidden here; the memory of the page has to do.
  }
  if (!text) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

export function keep(shop: string, name: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(key(shop, name), text);
  try {
    localStorage.setItem(key(shop, name), text);
  } catch {
    // As above.
  }
}
