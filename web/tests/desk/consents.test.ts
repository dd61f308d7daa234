import { expect, test } from "vitest";
import { standings } from "@desk/customers/consents";

const given = (kind: "service" | "marketing", given_at: string, withdrawn_at: string | null = null) => ({ kind, source: "电话", given_at, withdrawn_at });

test("every purpose is told, even one nobody asked about", () => {
  expect(standings([]).map((one) => [one.kind, one.given, one.last])).toEqual([
    ["service", false, undefined],
    ["marketing", false, undefined],
  ]);
});

test("a withdrawal is the last word until consent is given again", () => {
  const first = given("marketing", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
  expect(standings([first])[1]).toMatchObject({ given: false, last: first, earlier: [] });
  const again = given("marketing", "2026-03-01T00:00:00Z");
  expect(standings([first, again])[1]).toMatchObject({ given: true, last: again, earlier: [first] });
});

test("what stands is shown though another ended later", () => {
  const stands = given("service", "2026-01-01T00:00:00Z");
  const ended = given("service", "2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
  expect(standings([ended, stands])[0]).toMatchObject({ given: true, last: stands, earlier: [ended] });
});
