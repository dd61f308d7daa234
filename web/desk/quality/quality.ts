import type { Coaching, Criterion, Skill } from "@api/quality";

/** The skills of CMM-9 and CMM-10, in the order of sheets and tables. */
export const SKILLS: Skill[] = ["listening", "expression", "questioning", "empathy", "accuracy", "rules", "pace", "tone"];

/** Given points of all there are, as the server will say it. */
export function totalBp(criteria: Criterion[], points: Record<string, number | undefined>): number {
  const most = criteria.reduce((sum, one) => sum + one.points, 0);
  const given = criteria.reduce((sum, one) => sum + (points[one.code] ?? 0), 0);
  return most ? Math.round((given * 10000) / most) : 0;
}

/** Which criteria still lack points. */
export const missing = (criteria: Criterion[], points: Record<string, number | undefined>): Criterion[] => criteria.filter((one) => points[one.code] === undefined);

/** The week's mean against the week before: how coaching goes. */
export function trend(one: Coaching): number | null {
  const [before, last] = one.weeks.slice(-2);
  return before && last ? last.mean_bp - before.mean_bp : null;
}

/** Below this share a skill is worth coaching. */
export const LOW_BP = 8000;
