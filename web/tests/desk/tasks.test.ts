import type { TaskStep } from "@api/types";
import { recordText } from "@ui/time";
import { expect, test } from "vitest";
import { i18n, t } from "@desk/i18n";
import { fieldTime } from "@desk/parts/when";
import { storyItems, storyKinds } from "@desk/tasks/story";

const step = (kind: string, more: Partial<TaskStep> = {}): TaskStep => ({ at: "2026-11-02T02:00:00Z", kind, by: "周掌柜", auto: false, assignee: "小满", due_at: "2026-11-03T02:00:00Z", before: null, note: "", reason: "", result: "", text: "", ...more });

test("a story is sentences with the names and times in them", () => {
  const [moved, given, plain, said] = storyItems([step("TaskPostponed", { before: "2026-11-02T04:00:00Z", reason: "等仓库" }), step("TaskReassigned", { note: "下班了" }), step("TaskReassigned", { assignee: null }), step("TaskCommented", { text: "已电话" })], t);
  expect(moved).toMatchObject({ what: `从 ${recordText("2026-11-02T04:00:00Z")} 改到 ${recordText("2026-11-03T02:00:00Z")}：等仓库`, who: "周掌柜", kind: "clock" });
  expect(given?.what).toBe("转交给 小满：下班了");
  expect(plain?.what).toBe("转交给 还没有人");
  expect(said).toMatchObject({ what: "“已电话”", kind: "said" });
});

test("what the clock did is marked as automatic, by the system", () => {
  const [warned] = storyItems([step("PromiseWarned", { by: "", auto: true })], t);
  expect(warned).toMatchObject({ who: t("common.system"), auto: true });
});

test("kinds are offered once each, in the reader's language", () => {
  i18n.global.locale.value = "en";
  expect(storyKinds([step("TaskOpened"), step("TaskDone"), step("TaskCommented")], t)).toEqual([
    { key: "steps", label: "Steps" },
    { key: "said", label: "Comments" },
  ]);
  i18n.global.locale.value = "zh";
});

test("a field for a time holds the local one", () => {
  const at = new Date(2026, 10, 3, 9, 5);
  expect(fieldTime(at)).toBe("2026-11-03T09:05");
});
