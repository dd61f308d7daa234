import { chooseLocale, type Locale } from "@ui/locale";
import { createI18n } from "vue-i18n";
import { words } from "./words";

interface Tree {
  [key: string]: Tree | readonly [string, string];
}
export interface Texts {
  [key: string]: Texts | string;
}

/** One language of the word list: every leaf is a pair, so no language can lack a word the other has. */
export function language(tree: Tree, at: 0 | 1): Texts {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, isPair(value) ? value[at] : language(value, at)]));
}

function isPair(value: Tree[string]): value is readonly [string, string] {
  return Array.isArray(value);
}

export const i18n = createI18n({
  legacy: false,
  locale: "zh",
  fallbackLocale: "zh",
  missingWarn: false,
  fallbackWarn: false,
  messages: { zh: language(words as Tree, 0), en: language(words as Tree, 1) },
});

/** For words outside a component. */
export const t = i18n.global.t as (key: string, facts?: Record<string, unknown>) => string;

export function speak(locale: Locale): void {
  i18n.global.locale.value = locale;
  chooseLocale(locale);
}
