import { mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nextTick } from "vue";
import Clock from "@ui/Clock.vue";
import { dueTone, waitingTone } from "@ui/clock";
import { chooseLocale } from "@ui/locale";
import { lengthText, spanText } from "@ui/time";

const start = Date.parse("2026-11-21T10:00:00Z");
const wait = { since: "2026-11-21T10:00:00Z", targetSec: 180, amberRatio: 0.5 };

describe("[RSP-4] a waiting clock", () => {
  test("is calm, then amber at the ratio, then red at the target", () => {
    expect(waitingTone(wait, start + 89_000)).toBe("calm");
    expect(waitingTone(wait, start + 90_000)).toBe("near");
    expect(waitingTone(wait, start + 179_999)).toBe("near");
    expect(waitingTone(wait, start + 180_000)).toBe("late");
  });

  beforeEach(() => vi.useFakeTimers({ now: start }));
  afterEach(() => {
    vi.useRealTimers();
    chooseLocale("zh");
  });

  test("counts up by itself and says in words what its colour means", async () => {
    const clock = mount(Clock, { props: wait });
    expect(clock.text()).toContain("0:00");
    vi.advanceTimersByTime(95_000);
    await nextTick();
    expect(clock.text()).toContain("1:35");
    expect(clock.classes()).toContain("near");
    expect(clock.find(".sr-only").text()).toBe("已等 2 分钟 · 将到时限");
    chooseLocale("en");
    await nextTick();
    expect(clock.find(".sr-only").text()).toBe("Waiting 2 min · Nearly due");
    expect(clock.attributes("title")).toContain("Target 3 min");
  });
});

test("a promise is kept, paused, near in its last quarter, late after it", () => {
  const due = "2026-11-21T11:00:00Z";
  const from = "2026-11-21T10:00:00Z";
  expect(dueTone({ due, start: from }, start)).toBe("calm");
  expect(dueTone({ due, start: from }, start + 46 * 60_000)).toBe("near");
  expect(dueTone({ due, start: from }, start + 60 * 60_000)).toBe("late");
  expect(dueTone({ due, pausedAt: from }, start + 60 * 60_000)).toBe("paused");
  expect(dueTone({ due, keptAt: from, pausedAt: from }, start)).toBe("kept");
});

test("spans are read as a clock shows them", () => {
  expect([5, 65, 3661, 90_000].map(spanText)).toEqual(["0:05", "1:05", "1:01:01", "1 天 1 时"]);
  expect([45, 180, 7500, 90_000].map(lengthText)).toEqual(["45 秒", "3 分钟", "2 小时 5 分", "1 天 1 小时"]);
});
