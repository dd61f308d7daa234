const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const NAMES: Record<string, string> = {
  mod: apple ? "⌘" : "Ctrl",
  alt: apple ? "⌥" : "Alt",
  shift: apple ? "⇧" : "Shift",
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  " ": "Space",
};

/** `mod+shift+k` → what is printed on the reader's keyboard. */
export function keyParts(combo: string): string[] {
  return combo.split("+").map((part) => NAMES[part] ?? part.toUpperCase());
}

/** The combination of a key press, in the spelling shortcuts are stored in; "" for a bare modifier. */
export function comboOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  if (["control", "shift", "alt", "meta", "process", "dead"].includes(key)) return "";
  const parts: string[] = [];
  if (apple ? event.metaKey : event.ctrlKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  // A shifted sign such as "?" already says that shift was held.
  if (event.shiftKey && (key.length > 1 || /[a-z]/.test(key))) parts.push("shift");
  const physical = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : key;
  return [...parts, physical].join("+");
}

/** Whether typing goes into this element, so that single letters are text and not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range", "file"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whether an input method is composing: Enter then chooses a word and must not send. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
