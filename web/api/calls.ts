import { get, post, put } from "./client";
import type { components } from "./schema";
import type { Page } from "./types";

type Wire = components["schemas"];
export type Call = Wire["CallOut"];
export type CallDetail = Wire["CallDetail"];
export type Direction = Wire["CallDirection"];
export type Matter = Wire["Matter"];
export type Figures = Wire["CallFigures"];
export type Shown = Wire["CallsShown"];
export type Notes = Wire["NotesIn"];
export type Clause = Wire["ClauseOut"];
export type Found = Wire["FoundOut"];

type Filters = Record<string, string | number | boolean | null | undefined>;
export const calls = (filters: Filters) => get<Page<Call>>("/api/calls", filters);
export const figures = (shop_id: string, days: number) => get<Figures>("/api/calls/figures", { shop_id, days });
export const call = (id: string) => get<CallDetail>(`/api/calls/${id}`);
export const log = (entry: Wire["LoggedCall"], key: string) => post<Call>("/api/calls", entry, key);
export const pickUp = (id: string) => put<Call>(`/api/calls/${id}/taker`);
export const writeUp = (id: string, notes: Notes) => put<Call>(`/api/calls/${id}/notes`, notes);
export const callBack = (id: string, wish: { due_at: string; note: string }) => post<Call>(`/api/calls/${id}/callback`, wish);
export const showNumber = (id: string) => post<{ number: string }>(`/api/calls/${id}/number`);
export const key = (shop_id: string) => get<{ key: string }>("/api/phone/key", { shop_id });
/** What may be read out: articles for a question, and the clauses of the policies in force. */
export const articles = (q: string, shop_id: string) => get<{ items: Found[] }>("/api/knowledge/search", { q, shop_id, limit: 4 });
export const clauses = (shop_id: string) => get<{ items: Clause[] }>("/api/policy-clauses", { shop_id });
