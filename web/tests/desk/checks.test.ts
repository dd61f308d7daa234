import { describe, expect, test } from "vitest";
import { saidOtherwise } from "@desk/conversations/useLookOver";

const found = { kind: "jargon", word: "SKU", start: 3, alternative: "款式", blocks: false };

describe("[CMM-4] a better word", () => {
  test("[CMM-4] takes the place of the one found, counted in characters", () => {
    expect(saidOtherwise("😊这个SKU有货", found)).toBe("😊这个款式有货");
  });
  test("[CMM-4] is found again where the text has changed meanwhile", () => {
    expect(saidOtherwise("亲，您问的SKU有货", found)).toBe("亲，您问的款式有货");
  });
});
