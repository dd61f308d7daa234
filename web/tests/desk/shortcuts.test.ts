import { afterEach, expect, test } from "vitest";
import { effectScope } from "vue";
import { DEFAULTS, meaning, run, useShortcut } from "@desk/shell/shortcuts";

function press(key: string, target: HTMLElement = document.body, more: KeyboardEventInit = {}) {
  let heard: KeyboardEvent | undefined;
  document.body.append(target);
  target.addEventListener("keydown", (event) => (heard = event as KeyboardEvent), { once: true });
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  return heard!;
}

afterEach(() => document.body.replaceChildren());

test("[RCP-1] letters are commands outside text, Alt + letter inside", () => {
  const field = document.createElement("textarea");
  expect(meaning(press("j", document.createElement("div")), {})).toBe("list.next");
  expect(meaning(press("j", field), {})).toBeUndefined();
  expect(meaning(press("j", field, { altKey: true, code: "KeyJ" }), {})).toBe("list.next");
  expect(meaning(press("k", field, { ctrlKey: true }), {})).toBe("desk.palette");
});

test("an input method that is composing is never interrupted", () => {
  expect(meaning(press("j", document.createElement("div"), { isComposing: true }), {})).toBeUndefined();
});

test("a person's own choice replaces the delivered key", () => {
  const mine = { "list.next": "n", "write.note": "m" };
  expect(meaning(press("n", document.createElement("div")), mine)).toBe("list.next");
  expect(meaning(press("j", document.createElement("div")), mine)).toBeUndefined();
});

test("no two shortcuts are delivered on the same key", () => {
  const keys = Object.values(DEFAULTS);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a part that has nothing to do leaves the key its usual meaning", () => {
  const scope = effectScope();
  let answer: unknown = false;
  scope.run(() => useShortcut("list.menu", () => answer));
  expect(meaning(press("F10", document.createElement("a"), { shiftKey: true }), {})).toBe("list.menu");
  expect(run("list.menu")).toBe(false);
  answer = undefined;
  expect(run("list.menu")).toBe(true);
  scope.stop();
  expect(run("list.menu")).toBe(false);
});
