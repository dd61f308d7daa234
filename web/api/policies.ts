import { call, get, post, put, remove } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Policy = Wire["PolicyOut"];
export type Version = Wire["xiaoer__policies__schemas__versions__VersionOut"];
export type Edit = Wire["EditOut"];
export type Term = Wire["TermOut"];
export type Switch = Wire["Switch"];
export type SwitchState = Wire["SwitchState"];
export type Reading = Wire["ReadingOut"];
export type Decision = Wire["xiaoer__policies__schemas__decisions__DecisionOut"];

/** What a version holds: the shapes `xiaoer/policies/rules/content.py` reads. */
export interface Both {
  zh: string;
  en: string;
}
export type Op = "eq" | "in" | "between" | "lte" | "gte" | "exists" | "has" | "any" | "lacks";
export type Cell = Partial<Record<Op, unknown>>;
export interface FactRef {
  fact: string;
}
export interface Share {
  share: { of: string; bp: number; min?: number | null; max?: number | null };
}
export type Output = string | number | boolean | string[] | FactRef | Share;
export interface Way {
  when?: Record<string, Cell>;
  then?: Record<string, Output>;
  clause?: string | null;
  say?: Both | null;
}
export interface Row extends Way {
  id: string;
}
export interface Clause extends Both {
  id: string;
  source?: string;
}
export interface Test {
  name: string;
  facts: Record<string, unknown>;
  row?: string;
  outputs?: Record<string, unknown>;
  needs?: string[];
}
export interface Content {
  table: string;
  hit?: "first" | "collect" | "max" | "min";
  title: Both;
  about?: Both;
  public?: boolean;
  facts: string[];
  outputs: string[];
  by?: string;
  rows: Row[];
  default?: Way | null;
  clauses?: Clause[];
  tests?: Test[];
  as_of?: string;
  example?: boolean;
}
export type VersionFull = Version & { content: Content };

export interface Finding extends Both {
  code: string;
  row: string | null;
  blocks: boolean;
}
export interface Expected {
  row?: string | null;
  outputs?: Record<string, unknown>;
  needs?: string[];
}
export interface Failure {
  test: string;
  wanted: Expected;
  was: Expected;
}
export interface Undercut {
  row: string;
  output: string;
  gives: Output;
  least: Output;
  clause: string;
  clause_zh: string;
  clause_en: string;
  facts: Record<string, unknown>;
}
export interface Check {
  passes: boolean;
  findings: Finding[];
  failures: Failure[];
  undercuts: Undercut[];
}
export interface Miss {
  row: string;
  fact: string;
  wanted: string;
  was: unknown;
  failed: number;
}
export type Trial = Omit<Wire["TrialOut"], "near"> & { near: Miss[] };

export interface Figures {
  average_sec: number | null;
  by_hand: number;
  disputed: number;
  refunded_cents: number;
}
export interface ReplayGroup {
  old_row: string | null;
  old_decision: string;
  new_row: string | null;
  new_decision: string;
  changed: boolean;
  cases: number;
  known: number;
}
export interface ReplayReport {
  cases: number;
  changed: number;
  known: number;
  no_basis: number;
  before: Figures;
  after: Figures;
  groups: ReplayGroup[];
}
export type Replay = Omit<Wire["ReplayOut"], "report"> & { report: ReplayReport | null };
export interface Vocabulary {
  facts: Term[];
  outputs: Term[];
}
interface Listed<T> {
  items: T[];
}

const version = (id: string) => `/api/policy-versions/${id}`;

export const policies = (shop_id?: string) => get<Listed<Policy>>("/api/policies", { shop_id });
export const begin = (draft: { table: string; shop_id: string | null; category?: string | null }) => post<VersionFull>("/api/policies", draft);
export const versions = (policy: string) => get<Listed<Version>>(`/api/policies/${policy}/versions`);
export const vocabulary = () => get<Vocabulary>("/api/policy-vocabulary");
export const full = (id: string) => get<VersionFull>(version(id));
export const edits = (id: string) => get<Listed<Edit>>(`${version(id)}/edits`);
export const putRow = (id: string, row: Row, revision: number, position?: number) => put<VersionFull>(`${version(id)}/rows/${row.id}`, { row, revision, position });
export const removeRow = (id: string, row: string, revision: number) => remove<VersionFull>(`${version(id)}/rows/${row}`, { revision });
export const putColumn = (id: string, kind: "facts" | "outputs", name: string, revision: number) => put<VersionFull>(`${version(id)}/columns/${kind}/${name}`, { revision });
export const removeColumn = (id: string, kind: "facts" | "outputs", name: string, revision: number) => remove<VersionFull>(`${version(id)}/columns/${kind}/${name}`, { revision });
export const putPart = (id: string, part: string, value: unknown, revision: number) => put<VersionFull>(`${version(id)}/parts/${part}`, { value, revision });
export const check = (id: string) => get<Check>(`${version(id)}/check`);
export const tryCase = (id: string, facts: Record<string, unknown>) => post<Trial>(`${version(id)}/trials`, { facts });
export const shadow = (id: string) => put<Version>(`${version(id)}/shadow`);
export const differences = (id: string) => get<Listed<Decision>>(`${version(id)}/differences`);
export const activate = (id: string, effective_from: string | null) => put<Version>(`${version(id)}/activation`, { effective_from });
export const retire = (id: string) => put<Version>(`${version(id)}/retirement`);
export const readings = (id: string) => get<Listed<Reading>>(`${version(id)}/readings`);
export const confirmReading = (id: string) => call<void>("PUT", `${version(id)}/reading`);
export const replay = (id: string, period: { shop_id: string; since: string; until: string }) => post<Replay>(`${version(id)}/replays`, period);
export const replays = (id: string) => get<Listed<Replay>>(`${version(id)}/replays`);
export const replayed = (id: string) => get<Replay>(`/api/policy-replays/${id}`);
export const decision = (id: string) => get<Decision>(`/api/policy-decisions/${id}`);
export const automations = (shop_id: string, promotion: boolean) => get<Listed<Switch>>("/api/automations", { shop_id, promotion });
export const setSwitch = (code: string, wish: { shop_id: string; state: SwitchState; reason: string; daily_limit: number | null }) => put<Listed<Switch>>(`/api/automations/${code}`, wish);
