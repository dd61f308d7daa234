import type { Figures, Replay, ReplayReport } from "@api/policies";

export type Figure = keyof Figures;
/** In the order people ask: how long, how much by hand, how much money, how many disputes. */
export const FIGURES: Figure[] = ["average_sec", "by_hand", "refunded_cents", "disputed"];

export interface Moved {
  key: Figure;
  before: number | null;
  after: number | null;
  /** After over before, minus one; null when there is nothing to compare. */
  share: number | null;
  way: "less" | "more" | "same";
}

export function movements(report: ReplayReport): Moved[] {
  return FIGURES.map((key) => {
    const [before, after] = [report.before[key], report.after[key]];
    const by = (after ?? 0) - (before ?? 0);
    return { key, before, after, share: before ? by / before : null, way: by < 0 ? "less" : by > 0 ? "more" : "same" };
  });
}

/** How far it is, 0 to 1; before the cases are counted nobody knows. */
export function progress(replay: Pick<Replay, "state" | "done" | "total">): number | null {
  if (replay.state === "done") return 1;
  return replay.total ? Math.min(1, replay.done / replay.total) : null;
}

export const running = (replay: Pick<Replay, "state"> | undefined): boolean => replay?.state === "waiting" || replay?.state === "running";

/** From one decision to another, the most frequent first; the rows behind are added up. */
export function flows(report: ReplayReport): { from: string; to: string; cases: number }[] {
  const found = new Map<string, { from: string; to: string; cases: number }>();
  for (const group of report.groups.filter((one) => one.changed)) {
    const key = `${group.old_decision}→${group.new_decision}`;
    const flow = found.get(key) ?? { from: group.old_decision, to: group.new_decision, cases: 0 };
    found.set(key, { ...flow, cases: flow.cases + group.cases });
  }
  return [...found.values()].sort((a, b) => b.cases - a.cases);
}

/** How many cases each decision takes, before and after. */
export function decisions(report: ReplayReport): { decision: string; before: number; after: number }[] {
  const found = new Map<string, { decision: string; before: number; after: number }>();
  const at = (decision: string) => found.get(decision) ?? found.set(decision, { decision, before: 0, after: 0 }).get(decision)!;
  for (const group of report.groups) {
    at(group.old_decision).before += group.cases;
    at(group.new_decision).after += group.cases;
  }
  return [...found.values()].sort((a, b) => b.before + b.after - a.before - a.after);
}
