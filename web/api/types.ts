/** The shapes on the wire, by room. Times are ISO-8601 UTC, money is integer cents. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
export interface Ref {
  id: string;
  name: string;
}
export type Presence = "online" | "paused" | "offline";
export type Stage = "presale" | "insale" | "aftersale";
export type ConversationState = "open" | "snoozed" | "closed";
export type From = "customer" | "agent" | "bot" | "system" | "note";

export interface Shop {
  id: string;
  code: string;
  name: string;
  timezone: string;
  currency: string;
}
export interface Me {
  agent: {
    id: string;
    name: string;
    login: string;
    avatar_letter: string;
    locale: "zh" | "en";
    theme: "auto" | "light" | "dark";
    presence: Presence;
    max_concurrency: number;
  };
  permissions: string[];
  shops: Shop[];
  shortcuts: Record<string, string>;
  preferences: Record<string, unknown>;
}
export interface Agent {
  id: string;
  name: string;
  login: string;
  presence: Presence;
  roles: string[];
  groups: Ref[];
  skills: string[];
  max_concurrency: number;
  serving: number;
  active: boolean;
  shop_ids: string[];
}
export interface Role {
  id: string;
  code: string;
  name_zh: string;
  name_en: string;
  permissions: string[];
  builtin: boolean;
}
export interface Group {
  id: string;
  name: string;
  shop_id?: string | null;
  agent_ids?: string[];
}

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

export interface Customer {
  id: string;
  shop_id: string;
  name: string;
  phone_masked: string | null;
  email_masked: string | null;
  tags: string[];
  identities: { channel: string; external_id_masked: string }[];
  addresses: { id: string; [field: string]: unknown }[];
  consent: Record<string, unknown> | string | null;
  note: string | null;
  created_at: string;
  stats: { orders: number; paid_cents: number; refunded_cents: number; conversations: number };
}

export interface Remark {
  id: string;
  type: string;
  old_value: string | null;
  new_value: string | null;
  text: string;
  flag: string | null;
  author: Ref | string | null;
  at: string;
  source_message_id: string | null;
}
export interface OrderCard {
  id: string;
  order_no: string;
  status: string;
  placed_at: string;
  paid_at: string | null;
  paid_cents: number;
  currency: string;
  item_count: number;
  first_item: { title: string; image_url: string | null } | null;
  courier: string | null;
  tracking_no: string | null;
  last_parcel_event: { text: string; at: string } | null;
  flag: string | null;
  top_remark: Remark | string | null;
}
export interface OrderLine {
  id: string;
  sku_id: string | null;
  title: string;
  spec: string | null;
  quantity: number;
  list_cents: number;
  discount_cents: number;
  paid_cents: number;
  image_url: string | null;
  status: string;
}
export interface Order extends OrderCard {
  lines: OrderLine[];
  amounts: { list_cents: number; discount_cents: number; freight_cents: number; paid_cents: number; refunded_cents: number };
  receiver: { name_masked: string; phone_masked: string; address_masked: string } | null;
  remarks: Remark[];
  buyer_message: string | null;
  timeline: TimelineEvent[];
}
export interface Sku {
  id: string;
  code: string;
  spec: string | null;
  price_cents?: number;
}
export interface Product {
  id: string;
  title: string;
  image_url: string | null;
  price_cents?: number;
  currency?: string;
  skus: Sku[];
}
export interface Stock {
  page_stock: number | null;
  actual_stock: number | null;
  synced_at: string | null;
  difference: number | null;
  flagged: boolean;
}
export interface StockDifference extends Stock {
  sku: Sku & { title?: string };
  product?: { id: string; title: string };
}

export interface PhraseCategory {
  id: string;
  code?: string;
  name_zh: string;
  name_en: string;
  position: number;
  active: boolean;
}
export interface Phrase {
  id: string;
  scope: "shared" | "personal";
  category_id: string;
  title: string;
  shortcut: string | null;
  text: string;
  variables: string[];
  version: number;
  retired: boolean;
  shop_id?: string | null;
}
export interface PhraseVersion {
  version: number;
  text: string;
  title?: string;
  author: Ref | string | null;
  at: string;
}

export interface Evidence {
  id: string;
  kind: string;
  note: string | null;
  author: Ref | string | null;
  at: string;
  sha256: string;
  files?: Attachment[];
}
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
