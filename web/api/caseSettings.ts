import { get, post, put } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Place = Wire["PlaceList"]["items"][number];
export type PlaceIn = Wire["PlaceIn"];
export type Templates = Wire["TemplateList"];
export type TemplateIn = Wire["TemplateIn"];

export type CaseSettings = Wire["CaseSettingsOut"];
export type Choices = CaseSettings["choices"];
export const settings = (shop_id: string) => get<CaseSettings>("/api/aftersales-settings", { shop_id });
/** Only what is sent is changed. */
export const choose = (shop_id: string, changes: Partial<Choices>) => put<CaseSettings>("/api/aftersales-settings", { shop_id, ...changes });
export const places = (shop_id: string) => get<{ items: Place[] }>("/api/return-places", { shop_id });
export const addPlace = (place: PlaceIn) => post<Place>("/api/return-places", place);
export const changePlace = (id: string, place: PlaceIn) => put<Place>(`/api/return-places/${id}`, place);
/** The house's words by code, and what shops wrote instead. */
export const templates = () => get<Templates>("/api/notice-templates");
export const writeTemplate = (template: TemplateIn) => put<Wire["TemplateOut"]>("/api/notice-templates", template);
