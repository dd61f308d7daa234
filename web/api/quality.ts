import { get, post, put } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type SheetKind = Wire["SheetKind"];
export type Skill = Wire["Skill"];
export type Sheet = Wire["SheetOut"];
export type Criterion = Sheet["criteria"][number];
export type Work = Wire["WorkOut"];
export type Score = Wire["ScoreOut"];
export type Remark = Wire["QualityRemarkIn"];
export type Coaching = Wire["CoachingOut"];
export type Team = Wire["TeamOut"];
export type Complaint = Wire["ComplaintOut"];

export const sheet = (kind: SheetKind, shop_id: string) => get<Sheet>(`/api/quality/sheets/${kind}`, { shop_id });
export const writeSheet = (kind: SheetKind, shop_id: string, criteria: Criterion[]) => put<Sheet>(`/api/quality/sheets/${kind}`, { shop_id, criteria });
export const draw = (shop_id: string, kind: SheetKind) => get<Work>("/api/quality/draw", { shop_id, kind });
export const work = (kind: SheetKind, id: string) => get<Work>(`/api/quality/work/${kind}/${id}`);
export const scoreOf = (kind: SheetKind, id: string) => get<Score | null>(`/api/quality/work/${kind}/${id}/score`);
export const score = (kind: SheetKind, id: string, body: Wire["ScoreIn"]) => post<Score>(`/api/quality/work/${kind}/${id}/score`, body);
export const scores = (asked: { shop_id: string; agent_id?: string; days: number; after?: string | null }) => get<Page<Score>>("/api/quality/scores", asked);
export const seen = (id: string) => put<Score>(`/api/quality/scores/${id}/seen`, {});
export const mine = (shop_id: string, days: number) => get<Coaching>("/api/quality/mine", { shop_id, days });
export const team = (shop_id: string, days: number) => get<Team>("/api/quality/team", { shop_id, days });
export const complaintOf = (conversation: string) => get<Complaint | null>(`/api/conversations/${conversation}/complaint`);
export const complain = (conversation: string, body: Wire["NotedIn"]) => post<Complaint>(`/api/conversations/${conversation}/complaint`, body);
export const setCause = (id: string, cause: Wire["ComplaintCause"]) => put<Complaint>(`/api/complaints/${id}/cause`, { cause });
