import type { components } from "./schema";

/** The shapes on the wire, by room. Times are ISO-8601 UTC, money is integer cents. */
type Wire = components["schemas"];

export interface Page<T> {
  items: T[];
  next: string | null;
}
export interface Ref {
  id: string;
  name: string;
}
export type Presence = Wire["MeOut"]["agent"]["presence"];
export type Stage = "presale" | "insale" | "aftersale";
export type ConversationState = "open" | "snoozed" | "closed";
export type From = "customer" | "agent" | "bot" | "system" | "note";

export type Shop = Wire["xiaoer__app__login__ShopOut"];
export type Me = Wire["MeOut"];
export type Agent = Wire["AgentOut"];
export type Role = Wire["RoleOut"];
export type Group = Wire["GroupName"];

export interface LastMessage {
  seq: number;
  from: From;
  kind: string;
  text: string;
  at: string;
}
export interface Row {
  id: string;
  number: number | string;
  shop_id: string;
  shop_name: string;
  channel: string;
  state: ConversationState;
  stage: Stage | null;
  priority: "normal" | "high";
  customer: { id: string; name: string; avatar_letter: string };
  assignee: Ref | null;
  group: Ref | null;
  queue_position: number | null;
  last_message: LastMessage | null;
  unread: number;
  waiting_since: string | null;
  target_sec: number;
  amber_ratio: number;
  snoozed_until: string | null;
  closed_reason: string | null;
  tags: string[];
  order_no: string | null;
  updated_at: string;
  version: number;
}
export interface Conversation extends Row {
  customer_typing: boolean;
  viewers: Ref[];
  draft: { kind: "reply" | "note"; text: string } | null;
  stats: { first_response_sec: number | null; avg_response_sec: number | null; turns: number; waiting_sec: number | null };
  customer_delivered_seq: number;
  customer_read_seq: number;
  staff_read_seq: number;
  allowed: string[];
}
export interface Attachment {
  id: string;
  name: string;
  content_type: string;
  size: number;
  width: number | null;
  height: number | null;
  url: string;
  thumb_url: string | null;
}
export interface Message {
  id: string;
  client_id: string;
  conversation_id: string;
  seq: number;
  from: From;
  author: Ref | null;
  kind: string;
  text: string;
  attachments: Attachment[];
  card: Record<string, unknown> | null;
  system: { code: string; facts: Record<string, unknown> } | null;
  auto: boolean;
  at: string;
}
export interface Counts {
  mine: number;
  mine_unread: number;
  unassigned: number;
  all: number;
  waiting: number;
  snoozed: number;
  waiting_mine: number;
}
export interface ViewFilters {
  view?: string;
  shop_id?: string;
  channel?: string;
  stage?: string;
  tags?: string[];
  sort?: string;
}
export interface SavedView {
  id: string;
  name: string;
  filters: ViewFilters;
  scope: "mine" | "everybody";
  mine?: boolean;
}
export interface ClosingReason {
  code: string;
  name_zh: string;
  name_en: string;
}
export interface SearchHit {
  conversation: Row;
  message: Message;
  highlight: string;
}
export interface TimelineEvent {
  at: string;
  kind: string;
  actor: { kind: string; name: string };
  facts: Record<string, unknown>;
  auto: boolean;
}
export interface BatchResult {
  done: string[];
  refused: { id: string; code: string; message: string }[];
}
export interface Losses {
  items: { conversation: Row; waited_sec: number; left_at: string }[];
  next: string | null;
  total: number;
}

export type CustomerItem = Wire["CustomerItem"];
export type Customer = Wire["xiaoer__customers__schemas__CustomerOut"];

export type Remark = Wire["RemarkOut"];
export type OrderCard = Wire["OrderCard"];
export type OrderLine = Wire["LineOut"];
export type Order = Wire["xiaoer__orders__schemas__OrderOut"];
export type Sku = Wire["SkuOut"];
export type Product = Wire["ProductOut"];
export type Stock = Wire["StockOut"];
export type StockDifference = Wire["DifferenceOut"];

export type PhraseCategory = Wire["CategoryOut"];
export type Phrase = Wire["PhraseOut"];
export type PhraseVersion = Wire["VersionOut"];

export type Evidence = Wire["EvidenceOut"];
export interface Task {
  id: string;
  title: string;
  kind?: string;
  state: string;
  due_at: string | null;
  assignee: Ref | null;
  subject?: { type: string; id: string } | null;
  created_at?: string;
}
export interface ImportRun {
  id: string;
  format: string;
  state: string;
  headings: string[];
  mapping: Record<string, string | null>;
  preview: Record<string, string>[] | string[][];
  problems: { line?: number; code: string; message: string }[];
  rows: number;
  done: number;
  counts: Record<"created" | "updated" | "unchanged" | "duplicate" | "rejected", number>;
}
export interface ChannelSettings {
  open_hours: string | null;
  first_response_target_sec: number;
  response_target_sec: number;
  amber_ratio: number;
  requeue_after_sec: number | null;
  signature_zh: string;
  signature_en: string;
  welcome_text: string;
  offline_text: string;
}
export type Calendar = Wire["CalendarOut"];
export type WebchatSettings = Wire["SettingsOut"];
