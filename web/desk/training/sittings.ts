import type { Sitting } from "@api/training";

type Say = (key: string, facts?: Record<string, unknown>) => string;

/** Colour and word of how a sitting stands. */
export const standing = (one: Sitting, t: Say) => ({
  text: one.overdue ? t("training.overdue") : t(`training.states.${one.state}`),
  tone: one.overdue || one.state === "failed" || one.state === "missed" ? "late" : one.state === "passed" ? "kept" : one.state === "due" ? "near" : "",
});
export const points = (percent: number | null, t: Say) => (percent === null ? "–" : t("training.points", { percent }));
