import { expect, test } from "vitest";
import { palettes, tokensCss } from "@ui/tokens";

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [hi, lo] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}

for (const [name, palette] of Object.entries(palettes)) {
  test(`every word colour is readable on every surface it is used on (${name})`, () => {
    for (const surface of ["paper", "raised", "sunken", "hover", "selected"] as const)
      for (const ink of ["ink", "ink-2", "brand-ink", "amber-ink", "red-ink", "green-ink"] as const)
        expect(contrast(palette[ink], palette[surface]), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    for (const tone of ["brand", "amber", "red", "green"] as const)
      expect(contrast(palette[`${tone}-ink`], palette[`${tone}-soft`]), tone).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette["note-ink"], palette.note)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette["on-brand"], palette.brand)).toBeGreaterThanOrEqual(4.5);
  });
}

test("light and dark name the same tokens", () => {
  expect(Object.keys(palettes.dark)).toEqual(Object.keys(palettes.light));
  expect(tokensCss()).toContain("--brand:#16697A");
});
