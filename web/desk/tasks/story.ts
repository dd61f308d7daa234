import type { TaskStep } from "@api/types";
import { recordText } from "@ui/time";
import type { TimelineItem } from "@ui/Timeline.vue";

type Say = (key: string, facts?: Record<string, unknown>) => string;

const KNOWN = ["TaskOpened", "TaskAcknowledged", "TaskReassigned", "TaskPostponed", "TaskCommented", "TaskDone", "TaskCancelled", "PromiseWarned", "PromiseBroken"];
const groupOf = (kind: string) => (kind === "TaskCommented" ? "said" : kind.startsWith("Promise") || kind === "TaskPostponed" ? "clock" : "steps");

/** What happened to a task, as lines a person reads. */
export function storyItems(steps: TaskStep[], t: Say): TimelineItem[] {
  return steps.map((step, index) => ({
    id: `${step.at}-${index}`,
    at: step.at,
    kind: groupOf(step.kind),
    who: step.by || t("common.system"),
    what: KNOWN.includes(step.kind) ? t(`task.story.${step.kind}`, facts(step, t)) : step.kind,
    auto: step.auto,
  }));
}

export function storyKinds(steps: TaskStep[], t: Say): { key: string; label: string }[] {
  return [...new Set(steps.map((step) => groupOf(step.kind)))].map((key) => ({ key, label: t(`task.storyKinds.${key}`) }));
}

function facts(step: TaskStep, t: Say): Record<string, string> {
  return {
    agent: step.assignee ?? t("task.nobody"),
    note: step.note ? t("task.because", { why: step.note }) : "",
    reason: step.reason,
    result: step.result,
    text: step.text,
    before: step.before ? recordText(step.before) : "",
    due: step.due_at ? recordText(step.due_at) : "",
  };
}
