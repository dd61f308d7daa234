import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as people from "@api/people";
import type { Me } from "@api/types";
import { useSession } from "@desk/workforce/session";

const me = (preferences: Record<string, unknown>) =>
  ({ agent: { id: "a1", presence: "online", locale: "zh", theme: "light" }, permissions: [], shops: [], preferences }) as unknown as Me;

beforeEach(() => setActivePinia(createPinia()));
afterEach(() => vi.restoreAllMocks());

test("of two wishes made quickly the later one stays, however slow the first is", async () => {
  const asked: unknown[] = [];
  const answers: (() => void)[] = [];
  vi.spyOn(people, "preferences").mockImplementation((wishes) => {
    asked.push(wishes);
    return new Promise((settle) => answers.push(() => settle(me(wishes))));
  });
  const session = useSession();
  const first = session.prefer({ panel_width: 400 });
  const second = session.prefer({ panel_width: 384 });
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  expect(asked).toEqual([{ panel_width: 400 }]);
  answers[0]!();
  await first;
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]!();
  await second;
  expect(session.likes("panel_width", 0)).toBe(384);
});

test("a wish that was refused does not hold up the next one", async () => {
  vi.spyOn(people, "preferences")
    .mockRejectedValueOnce(new Error("no"))
    .mockResolvedValueOnce(me({ panel_open: true }));
  const session = useSession();
  await expect(session.prefer({ panel_width: 1 })).rejects.toThrow("no");
  await session.prefer({ panel_open: true });
  expect(session.likes("panel_open", false)).toBe(true);
});
