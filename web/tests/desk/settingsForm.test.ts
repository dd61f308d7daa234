import { describe, expect, it } from "vitest";
import { changedOf, linesOf, yuan } from "@desk/steps/settingsForm";

describe("settings of a shop", () => {
  it("sends only what is different", () => {
    const held = { nudges: 2, quiet: ["22:00", "08:00"], cutoff: "16:00" };
    expect(changedOf(held, { ...held, quiet: ["21:00", "08:00"] })).toEqual({ quiet: ["21:00", "08:00"] });
    expect(changedOf(held, { ...held, quiet: [...held.quiet] })).toEqual({});
  });
  it("reads a list line by line and cents as yuan", () => {
    expect(linesOf("顺丰\n\n 圆通 ")).toEqual(["顺丰", "圆通"]);
    expect(yuan(805)).toBe("8.05");
  });
});
