import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseLocale } from "@ui/locale";
import { say, waitText } from "../../shopper/words";

const folder = resolve("shopper");
const sources = readdirSync(folder).filter((name) => /\.(vue|ts)$/.test(name) && name !== "words.ts");
const used = sources.flatMap((name) => [...readFileSync(resolve(folder, name), "utf8").matchAll(/\bsay\(\s*"(\w+)"/g)].map((match) => match[1]!));

describe("the shopper's words", () => {
  it("exist in both languages wherever they are used", () => {
    for (const language of ["zh", "en"] as const) {
      chooseLocale(language);
      for (const key of used) expect(say(key as Parameters<typeof say>[0]), `${language} ${key}`).not.toBe(key);
    }
    chooseLocale("zh");
  });
  it("name a wait as a person would", () => {
    expect(waitText(20)).toBe("不到 1 分钟");
    expect(waitText(130)).toBe("约 3 分钟");
  });
  it("agree with their number", () => {
    chooseLocale("en");
    expect(say("items", { n: 1 })).toBe("1 item");
    expect(say("items", { n: 3 })).toBe("3 items");
    chooseLocale("zh");
    expect(say("items", { n: 1 })).toBe("1 件");
  });
});
