import { computed, ref } from "vue";

export type Theme = "auto" | "light" | "dark";

const wanted = ref<Theme>("auto");
const systemDark = ref(false);

if (typeof matchMedia === "function") {
  const query = matchMedia("(prefers-color-scheme: dark)");
  systemDark.value = query.matches;
  query.addEventListener("change", (change) => (systemDark.value = change.matches));
}

export const theme = computed(() => wanted.value);
export const isDark = computed(() => wanted.value === "dark" || (wanted.value === "auto" && systemDark.value));

/** `auto` follows the system; the choice is written on the root element, where the tokens look. */
export function chooseTheme(next: Theme): void {
  wanted.value = next;
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}
