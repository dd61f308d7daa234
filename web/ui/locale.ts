import { ref } from "vue";

export type Locale = "zh" | "en";
export type Words = Record<string, readonly [zh: string, en: string]>;

/** The reader's language, shared by every component of a page. */
export const locale = ref<Locale>("zh");

export function chooseLocale(next: Locale): void {
  locale.value = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}

/**
 * A tiny dictionary for parts used by both apps: `const say = words({ retry: ["重试", "Retry"] })`.
 * `{n}` is a fact; `{n|item|items}` the form that goes with its number.
 */
export function words<W extends Words>(table: W) {
  return (key: keyof W, facts: Record<string, string | number> = {}): string => {
    const pair = table[key];
    const text = pair ? pair[locale.value === "zh" ? 0 : 1] : String(key);
    return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
      if (one === undefined) return String(facts[name] ?? "");
      return (Number(facts[name]) === 1 ? one : many) ?? "";
    });
  };
}
