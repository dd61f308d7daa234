import { get, post, put, remove } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Playbook = Wire["PlaybookOut"];
export type Run = Wire["RunOut"];
export type RunLine = Wire["RunLine"];
export type RunStep = NonNullable<Run["step"]>;
export type RunWords = RunStep["words"][number];
export type Taken = Run["taken"][number];
export type Checklist = Run["checklist"];
export type ChecklistItem = Checklist["items"][number];
export type RunResult = Run["results"][number];
export type Appeal = Wire["AppealOut"];
export interface Subject {
  type: string;
  id: string;
}

const run = (id: string) => `/api/playbook-runs/${id}`;

export const playbooks = (subject_type?: string) => get<{ items: Playbook[] }>("/api/playbooks", { subject_type });
export const runsAbout = (subject_id: string) => get<{ items: RunLine[] }>("/api/playbook-runs", { subject_id });
export const runOf = (id: string) => get<Run>(run(id));
export const startRun = (wish: { playbook: string; subject: Subject; shop_id?: string; facts?: Record<string, string | boolean> }, key: string) => post<Run>("/api/playbook-runs", wish, key);
export const takeStep = (id: string, taken: { step: string; answer?: string; note?: string }, key: string) => post<Run>(`${run(id)}/steps`, taken, key);
export const takeBack = (id: string, step: string) => remove<Run>(`${run(id)}/steps/${step}`);
export const useWords = (id: string, used: { step: string; words: string }, key: string) => post<Run>(`${run(id)}/words`, used, key);
export const attach = (id: string, item: string, evidence: string) => put<Checklist>(`${run(id)}/checklist/${item}/${evidence}`);
export const detach = (id: string, item: string, evidence: string) => remove<Checklist>(`${run(id)}/checklist/${item}/${evidence}`);
export const finishRun = (id: string, end: { result: string; note?: string; cost_cents?: number }, key: string) => post<Run>(`${run(id)}/result`, end, key);
export const ruleRun = (id: string, ruling: { ruling: "won" | "partly" | "lost"; note?: string; appeal_until?: string }, key: string) => post<Run>(`${run(id)}/ruling`, ruling, key);
export const appealRun = (id: string, statement: string, key: string) => post<Appeal>(`${run(id)}/appeal`, { statement }, key);
export const checklistOf = (playbook: string, branch: string, subject: Subject, shop_id?: string) =>
  get<Checklist>(`/api/playbooks/${playbook}/checklists/${branch}`, { subject_type: subject.type, subject_id: subject.id, shop_id });
