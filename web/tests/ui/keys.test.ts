import { expect, test } from "vitest";
import { comboOf, isComposing, isTyping } from "@ui/keys";

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, ...more });

test("a combination is spelled the same way it is stored", () => {
  expect(comboOf(press("J"))).toBe("j");
  expect(comboOf(press("K", { ctrlKey: true }))).toBe("mod+k");
  expect(comboOf(press("?", { shiftKey: true }))).toBe("?");
  expect(comboOf(press("E", { shiftKey: true }))).toBe("shift+e");
  expect(comboOf(press("Shift", { shiftKey: true }))).toBe("");
});

test("an input method that is composing keeps Enter for itself", () => {
  expect(isComposing(press("Enter", { isComposing: true }))).toBe(true);
  expect(isComposing(press("Enter", { keyCode: 229 }))).toBe(true);
  expect(isComposing(press("Enter"))).toBe(false);
});

test("single letters are text inside a field and commands outside", () => {
  const field = document.createElement("textarea");
  const box = document.createElement("input");
  box.type = "checkbox";
  expect(isTyping(field)).toBe(true);
  expect(isTyping(box)).toBe(false);
  expect(isTyping(document.body)).toBe(false);
});
