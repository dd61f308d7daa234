import * as people from "@api/people";
import type { Me, Presence, Shop } from "@api/types";
import { chooseTheme, type Theme } from "@ui/theme";
import { defineStore } from "pinia";
import { computed, ref } from "vue";
import { speak } from "@desk/i18n";

/** Who sits at this desk, what they may do, and how they like it. */
export const useSession = defineStore("session", () => {
  const me = ref<Me | null>(null);
  const known = ref(false);

  const id = computed(() => me.value?.agent.id ?? "");
  const shops = computed<Shop[]>(() => me.value?.shops ?? []);
  const presence = computed<Presence>(() => me.value?.agent.presence ?? "offline");
  const shopOf = (shopId: string) => shops.value.find((shop) => shop.id === shopId);
  const may = (permission: string) => me.value?.permissions.includes(permission) ?? false;
  const likes = <T>(name: string, otherwise: T) => (me.value?.preferences[name] as T | undefined) ?? otherwise;

  function settle(next: Me): void {
    me.value = next;
    known.value = true;
    speak(next.agent.locale === "en" ? "en" : "zh");
    chooseTheme((next.agent.theme ?? "auto") as Theme);
  }

  async function load(): Promise<boolean> {
    try {
      settle(await people.me());
    } catch {
      me.value = null;
      known.value = true;
    }
    return me.value !== null;
  }

  async function signIn(login: string, password: string): Promise<void> {
    settle(await people.signIn(login, password));
  }

  async function signOut(): Promise<void> {
    await people.signOut();
    forget();
  }

  function forget(): void {
    me.value = null;
  }

  let lastWish: Promise<void> = Promise.resolve();

  /** Wishes reach the server one after the other: of two made quickly, the later one stays. */
  function prefer(wishes: Record<string, unknown>): Promise<void> {
    const next = lastWish.catch(() => {}).then(async () => settle(await people.preferences(wishes)));
    lastWish = next;
    return next;
  }

  async function go(state: Presence): Promise<void> {
    const answer = await people.presence(state);
    if (me.value) me.value.agent.presence = answer.presence;
  }

  return { me, known, id, shops, presence, shopOf, may, likes, settle, load, signIn, signOut, forget, prefer, go };
});
