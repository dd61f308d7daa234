import type { GuidedQuestion } from "@api/assist";

/** What was answered, as it is sent: by question, lines of the order, kinds of evidence. */
export interface Answers {
  said: Record<string, string>;
  items: Record<string, number>;
  evidence: string[];
}

/** Whether a question has its answer. */
export function answered(one: GuidedQuestion, given: Answers): boolean {
  if (one.field === "items") return Object.keys(given.items).length > 0;
  if (one.field === "evidence") return given.evidence.length > 0;
  return Boolean(given.said[one.code]);
}
