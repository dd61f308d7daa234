import { clockText } from "./texts";
import type { Followed } from "./types";
import { AHEAD, DONE, STATES } from "./words";

/** A line of the progress: what happened, what is now, what is still to come. */
export interface Mark {
  key: string;
  when: "done" | "now" | "ahead";
  text: string;
  at: string | null;
  clock: string;
}
/** Steps that tell a shopper nothing they could not see elsewhere, or that follow at once. */
const QUIET = new Set(["note", "unknown", "split"]);

export function marksOf(one: Followed): Mark[] {
  const done: Mark[] = one.timeline
    .filter((step) => !QUIET.has(step.command))
    .map((step, n) => ({ key: `${n}-${step.command}`, when: "done", text: DONE(step.command as "open"), at: step.at, clock: "" }));
  if (one.ended_at) return done;
  const now: Mark = { key: "now", when: "now", text: STATES(one.state), at: null, clock: "" };
  const ahead: Mark[] = one.ahead.map((step) => ({ key: step.state, when: "ahead", text: AHEAD(step.state as "completed"), at: null, clock: clockText(step) }));
  return [...done, now, ...ahead];
}
