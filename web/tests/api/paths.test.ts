import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(__dirname, "../../api");
const schema = readFileSync(join(folder, "schema.d.ts"), "utf8");

/** `METHOD /api/…/{}` of everything the server describes. */
function served(): Set<string> {
  const found = new Set<string>();
  for (const block of schema.slice(0, schema.indexOf("export type webhooks")).split(/\n {4}(?="\/)/)) {
    const path = /^"(\/[^"]*)"/.exec(block)?.[1];
    if (!path) continue;
    for (const method of block.matchAll(/^ {8}(get|put|post|delete): operations/gm)) found.add(`${method[1]} ${path.replace(/\{[^}]*\}/g, "{}")}`);
  }
  return found;
}

const METHOD: Record<string, string> = { get: "get", post: "post", put: "put", remove: "delete", upload: "post" };

function asked(): [string, string][] {
  const calls: [string, string][] = [];
  for (const name of readdirSync(folder).filter((each) => /^(conversations|people|shop)\.ts$/.test(each))) {
    const source = readFileSync(join(folder, name), "utf8").replaceAll(/\bat\(id\)/g, "`/api/conversations/${id}`").replaceAll(/\bat\(id, "([^"]*)"\)/g, "`/api/conversations/${id}$1`");
    for (const call of source.matchAll(/\b(get|post|put|remove|upload)(?:<[^(]*>)?\(\s*[`"](\/[^`"]*)[`"]/g)) calls.push([name, `${METHOD[call[1] as string]} ${(call[2] as string).replace(/\$\{[^}]*\}/g, "{}")}`]);
  }
  return calls;
}

test("every request the desk makes is one the server describes", () => {
  const known = served();
  const calls = asked();
  expect(calls.length).toBeGreaterThan(60);
  for (const [file, call] of calls) expect(known.has(call), `${file}: ${call}`).toBe(true);
});
