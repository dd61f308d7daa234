import { comboOf, isComposing, isTyping } from "@ui/keys";
import type { Shortcut } from "@ui/ShortcutSheet.vue";
import { computed, onScopeDispose } from "vue";
import { useI18n } from "vue-i18n";
import { useSession } from "@desk/workforce/session";

/** Keys as delivered; a person's own choice is kept in their preferences. Single letters also work inside text as Alt + letter. */
export const DEFAULTS = {
  "desk.palette": "mod+k",
  "desk.help": "?",
  "go.inbox": "i",
  "go.orders": "o",
  "go.phrases": "q",
  "list.next": "j",
  "list.previous": "k",
  "list.longest": "w",
  "list.search": "/",
  "list.select": "x",
  "list.nextView": "v",
  "list.menu": "shift+f10",
  "talk.take": "t",
  "talk.assign": "a",
  "talk.snooze": "z",
  "talk.close": "e",
  "talk.stage": "g",
  "talk.tags": "l",
  "talk.priority": "!",
  "talk.unread": "u",
  "talk.copy": ".",
  "talk.link": "y",
  "talk.timeline": "h",
  "write.reply": "r",
  "write.note": "n",
  "write.phrases": "f",
  "write.status": "s",
  "panel.toggle": "p",
  "call.take": "c",
} as const;
export type ShortcutId = keyof typeof DEFAULTS;
const FIXED = new Set<string>(["desk.palette", "desk.help"]);

/** `false` says that there was nothing to do, so that the key keeps its usual meaning. */
type Act = () => unknown;
const handlers = new Map<ShortcutId, Act[]>();

/** Runs `act` on the shortcut while the asking part is on screen; the youngest part wins. */
export function useShortcut(id: ShortcutId, act: Act): void {
  const stack = handlers.get(id) ?? [];
  handlers.set(id, [...stack, act]);
  onScopeDispose(() => handlers.set(id, (handlers.get(id) ?? []).filter((one) => one !== act)));
}

export function run(id: ShortcutId): boolean {
  const act = handlers.get(id)?.at(-1);
  return act !== undefined && act() !== false;
}

/** Which shortcut a key press means, given where it lands and what the person has chosen. */
export function meaning(event: KeyboardEvent, keys: Record<string, string>): ShortcutId | undefined {
  if (isComposing(event) || event.defaultPrevented) return undefined;
  const combo = comboOf(event);
  if (!combo) return undefined;
  const typing = isTyping(event.target);
  const pressed = (wanted: string) => {
    const single = Array.from(wanted).length === 1 || /^shift\+.$/.test(wanted);
    return combo === wanted ? !typing || !single : single && combo === `alt+${wanted}`;
  };
  return (Object.keys(DEFAULTS) as ShortcutId[]).find((id) => pressed(keys[id] ?? DEFAULTS[id]));
}

export function useShortcuts() {
  const session = useSession();
  const { t } = useI18n();
  const keys = computed<Record<string, string>>(() => ({ ...DEFAULTS, ...(session.me?.shortcuts ?? {}) }));
  const sheet = computed<Shortcut[]>(() =>
    (Object.keys(DEFAULTS) as ShortcutId[]).map((id) => ({
      id,
      group: t(`shortcuts.${id.split(".")[0]}.title`),
      label: t(`shortcuts.${id}`),
      keys: keys.value[id] ?? DEFAULTS[id],
      fixed: FIXED.has(id),
      changed: keys.value[id] !== DEFAULTS[id],
    })),
  );

  function listen(event: KeyboardEvent): void {
    if (document.querySelector("dialog[open]")) return;
    const id = meaning(event, keys.value);
    if (id && run(id)) event.preventDefault();
  }

  const change = (id: string, combo: string) => session.prefer({ shortcuts: { ...(session.me?.shortcuts ?? {}), [id]: combo } });
  const reset = () => session.prefer({ shortcuts: {} });
  return { keys, sheet, listen, change, reset };
}
