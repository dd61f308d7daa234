import { expect, test } from "vitest";
import { LEAST, most, usual, within } from "@desk/conversations/usePanelWidth";

test("the side panel never takes the room a talk needs", () => {
  for (const width of [1280, 1440, 1600, 1920, 2560]) {
    const list = width >= 1800 ? 380 : 320;
    expect(56 + list + 480 + most(width)).toBeLessThanOrEqual(width);
    expect(most(width)).toBeGreaterThanOrEqual(LEAST);
    expect(within(usual(width), width)).toBe(usual(width));
  }
});

test("a wish from a wide screen is narrowed on a small one, and kept within sense", () => {
  expect(within(600, 1920)).toBe(600);
  expect(within(600, 1280)).toBe(424);
  expect(within(40, 1600)).toBe(LEAST);
  expect(within(5000, 2560)).toBe(640);
  expect(within(400.6, 1600)).toBe(401);
});
