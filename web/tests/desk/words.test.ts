import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { i18n, language, t } from "@desk/i18n";
import { words } from "@desk/i18n/words";

function leaves(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)));
}
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "words" ? [] : sources(path);
    return /\.(vue|ts)$/.test(entry.name) ? [path] : [];
  });
}

const zh = new Map(leaves(language(words as never, 0)));
const en = new Map(leaves(language(words as never, 1)));
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((hole) => hole[1]).sort();

/** English may have a form for one and a form for more, chosen by `count`. */
const forms = (text: string) => text.split(" | ");

test("both languages have every word, with the same facts in it", () => {
  expect([...en.keys()]).toEqual([...zh.keys()]);
  for (const [key, text] of zh) {
    expect(text.trim(), key).not.toBe("");
    for (const form of forms(en.get(key) ?? "")) expect(holes(form).filter((hole) => hole !== "count"), key).toEqual(holes(text).filter((hole) => hole !== "count"));
    expect(holes(forms(en.get(key) ?? "").at(-1) ?? ""), key).toEqual(holes(text));
    expect(en.get(key), key).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test("every word can be put together by the translator as it stands", () => {
  for (const locale of ["zh", "en"] as const) {
    i18n.global.locale.value = locale;
    for (const [key, text] of locale === "zh" ? zh : en) {
      const several = forms(text);
      expect(several.length, key).toBeLessThanOrEqual(2);
      for (const [index, form] of several.entries()) {
        const facts = Object.fromEntries(holes(text).map((name) => [name, name === "count" ? index + 1 : "·"]));
        expect(t(key, facts), key).toBe(form.replace("{count}", String(index + 1)).replace(/\{\w+\}/g, "·"));
      }
    }
  }
  i18n.global.locale.value = "zh";
});

test("every key used in the desk exists", () => {
  const areas = new Set<string>();
  for (const key of zh.keys()) key.split(".").reduce((path, part) => (areas.add(path), `${path}.${part}`));
  for (const path of sources(join(__dirname, "../../desk"))) {
    const source = readFileSync(path, "utf8");
    for (const use of source.matchAll(/\bt\(\s*["']([\w.]+)["']/g)) expect(zh.has(use[1]!), `${path}: ${use[1]}`).toBe(true);
    for (const use of source.matchAll(/\bt\(\s*`([\w.]+)\.\$\{/g)) expect(areas.has(use[1]!), `${path}: ${use[1]}`).toBe(true);
    for (const use of source.matchAll(/title: "(\w+\.\w+)"/g)) expect(zh.has(use[1]!), `${path}: ${use[1]}`).toBe(true);
  }
});

test("voice: no exclamation marks, no Oops", () => {
  for (const text of [...zh.values(), ...en.values()]) expect(text).not.toMatch(/[!！]|oops/i);
});

test("English agrees with its number", () => {
  i18n.global.locale.value = "en";
  expect(t("order.items", { count: 1 })).toBe("1 item");
  expect(t("order.items", { count: 2 })).toBe("2 items");
  expect(t("common.count", { count: 1 })).toBe("1 row");
  i18n.global.locale.value = "zh";
});
