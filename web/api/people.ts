import { get, post, put, remove } from "./client";
import type { Agent, Calendar, CalendarDay, CalendarDetail, ChannelSettings, Group, Me, Openings, Page, Presence, Role, WebchatSettings } from "./types";

export const me = () => get<Me>("/api/session");
export const signIn = (login: string, password: string) => post<Me>("/api/session", { login, password });
export const signOut = () => remove("/api/session");
export const setUp = (form: { token: string; shop_code: string; shop_name: string; name: string; login: string; password: string }) => post<Me>("/api/setup", form);
export const presence = (state: Presence) => put<{ presence: Presence }>("/api/me/presence", { state });
export const preferences = (wishes: Record<string, unknown>) => put<Me>("/api/me/preferences", wishes);

export type AgentForm = Partial<Omit<Agent, "groups" | "serving" | "id" | "presence">> & { group_ids?: string[]; password?: string };
export const agents = () => get<Page<Agent>>("/api/agents");
export const addAgent = (agent: AgentForm) => post<Agent>("/api/agents", agent);
export const changeAgent = (id: string, agent: AgentForm) => put<Agent>(`/api/agents/${id}`, agent);
export const setPassword = (id: string, password: string) => put<void>(`/api/agents/${id}/password`, { password });
export const deactivate = (id: string) => remove(`/api/agents/${id}/activation`);
export const reactivate = (id: string) => put<Agent>(`/api/agents/${id}/activation`);
export const ownPassword = (old: string, fresh: string) => put<void>("/api/me/password", { old, new: fresh });
export const roles = () => get<Page<Role> & { permissions: string[] }>("/api/roles");
export const addRole = (role: Partial<Role>) => post<Role>("/api/roles", role);
export const changeRole = (id: string, role: Partial<Role>) => put<Role>(`/api/roles/${id}`, role);
export const groups = () => get<Page<Group>>("/api/groups");
export const addGroup = (group: Partial<Group>) => post<Group>("/api/groups", group);
export const changeGroup = (id: string, group: Partial<Group>) => put<Group>(`/api/groups/${id}`, group);

export const calendars = () => get<{ items: Calendar[] }>("/api/calendars");
export const calendar = (id: string) => get<CalendarDetail>(`/api/calendars/${id}`);
export const addCalendar = (calendar: { shop_id: string; name: string; week: object; days: CalendarDay[] }) => post<CalendarDetail>("/api/calendars", calendar);
export const changeCalendar = (id: string, calendar: { name: string; week: object; timezone: string; days: CalendarDay[] }) => put<CalendarDetail>(`/api/calendars/${id}`, calendar);
export const openings = (hours: { week: object; timezone: string; days: CalendarDay[] }) => post<Openings>("/api/calendars/openings", hours);
export const webchat = (shop: string) => get<WebchatSettings>(`/api/shops/${shop}/webchat`);
export const setWebchat = (shop: string, frame_ancestors: string[]) => put<WebchatSettings>(`/api/shops/${shop}/webchat`, { frame_ancestors });
export const newSecret = (shop: string) => post<WebchatSettings>(`/api/shops/${shop}/webchat/secrets`);
export const channel = (shop: string, name: string) => get<ChannelSettings>(`/api/shops/${shop}/channels/${name}`);
export const setChannel = (shop: string, name: string, settings: ChannelSettings) => put<ChannelSettings>(`/api/shops/${shop}/channels/${name}`, settings);
