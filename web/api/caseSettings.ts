import { get, post, put } from "./client";
import type { components } from "./schema";

type Wire = components["schemas"];
export type Place = Wire["PlaceList"]["items"][number];
export type PlaceIn = Wire["PlaceIn"];
export type Templates = Wire["TemplateList"];
export type TemplateIn = Wire["TemplateIn"];

export const places = (shop_id: string) => get<{ items: Place[] }>("/api/return-places", { shop_id });
export const addPlace = (place: PlaceIn) => post<Place>("/api/return-places", place);
export const changePlace = (id: string, place: PlaceIn) => put<Place>(`/api/return-places/${id}`, place);
/** The house's words by code, and what shops wrote instead. */
export const templates = () => get<Templates>("/api/notice-templates");
export const writeTemplate = (template: TemplateIn) => put<Wire["TemplateOut"]>("/api/notice-templates", template);
