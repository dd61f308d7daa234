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
export interface ShopperMessage {
  id: string;
  client_id: string;
  seq: number;
  from: "me" | "agent" | "bot" | "system";
  author_name: string | null;
  kind: string;
  text: string;
  attachments: Attachment[];
  card: { type: string; order_no?: string; title?: string; case_id?: string } | null;
  system: { code: string; facts: Record<string, string | number | null> } | null;
  at: string;
}
export interface Queue {
  position: number;
  expected_wait_sec: number | null;
}
export interface Talk {
  id: string;
  number: number;
  state: "open" | "snoozed" | "closed";
  agent: { name: string } | null;
  queued: boolean;
  /** Absent in live news about a talk that waits: its place was not counted. */
  queue?: Queue | null;
  staff_delivered_seq: number;
  staff_read_seq: number;
  /** Something is being checked: by when the answer was promised. */
  hold_until: string | null;
}
export interface Page {
  items: ShopperMessage[];
  more: boolean;
}
export interface Shop {
  name: string;
  open: boolean;
  welcome: string;
  hours_text: string;
}
export interface Visit {
  visitor_token: string;
  customer: { name: string; verified: boolean };
  shop: Shop;
  conversation: (Talk & { messages: ShopperMessage[]; more: boolean }) | null;
}
/** What a shop's own site says of its signed-in customer, signed by its server. */
export interface Identity {
  id: string;
  name: string;
  issued_at: number;
  signature: string;
  phone?: string;
  email?: string;
}
export interface Order {
  id: string;
  order_no: string;
  status: string;
  status_text: string;
  placed_at: string;
  paid_cents: number;
  currency: string;
  item_count: number;
  first_item: { title: string; image_url: string | null } | null;
  courier: string | null;
  tracking_no: string | null;
  last_parcel_event: { text: string; at: string } | null;
}
/** What the visitor has sent but the server has not yet confirmed. */
export interface Outgoing {
  client_id: string;
  text: string;
  attachments: Attachment[];
  order_no: string | null;
  at: string;
  state: "sending" | "waiting" | "failed";
  error: string | null;
}
