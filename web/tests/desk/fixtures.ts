import type { Message, Row } from "@api/types";

export function row(more: Partial<Row> = {}): Row {
  return {
    id: "c1",
    number: 1001,
    shop_id: "s1",
    shop_name: "青禾家居",
    channel: "webchat",
    state: "open",
    stage: null,
    priority: "normal",
    customer: { id: "u1", name: "林小满", avatar_letter: "林" },
    assignee: null,
    group: null,
    queue_position: null,
    last_message: { seq: 1, from: "customer", kind: "text", text: "在吗", at: "2026-11-21T10:00:00Z" },
    unread: 1,
    waiting_since: "2026-11-21T10:00:00Z",
    target_sec: 180,
    amber_ratio: 0.66,
    snoozed_until: null,
    closed_reason: null,
    tags: [],
    order_no: null,
    hold: null,
    updated_at: "2026-11-21T10:00:00Z",
    version: 1,
    ...more,
  };
}

export function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    client_id: `k${seq}`,
    conversation_id: "c1",
    seq,
    from: "customer",
    author: null,
    kind: "text",
    text: `第 ${seq} 句`,
    attachments: [],
    card: null,
    system: null,
    auto: false,
    at: "2026-11-21T10:00:00Z",
    ...more,
  };
}
