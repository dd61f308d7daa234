import type { Incoming, Outgoing, Stopping, Work } from "@api/warehouse";
import Btn from "@ui/Btn.vue";
import Clock from "@ui/Clock.vue";
import { exactText, momentText } from "@ui/time";
import { h, type VNodeChild } from "vue";
import type { Column } from "@desk/parts/Table.vue";
import Articles from "./Articles.vue";

type Say = (key: string, facts?: Record<string, unknown>) => string;
export const ROOMS = ["receive", "stop", "send"] as const;
export type Room = (typeof ROOMS)[number];
export const roomOf = (name: unknown): Room => ROOMS.find((one) => one === name) ?? "receive";

/** What was found of a line of a parcel. */
export interface Found {
  order_line_id: string;
  received: number;
  accepted: number;
  restock: number;
  result: string;
}
/** What may be wrong with goods that are not accepted. */
export const FAULTS = ["damaged", "used", "affects_resale", "wrong_item", "missing_parts", "missing"] as const;

/** A finding that fits together: no more accepted than received, no more for sale than accepted. */
export function fitted(found: Found, qty: number): Found {
  const received = Math.min(found.received, qty);
  const accepted = Math.min(found.accepted, received);
  const restock = Math.min(found.restock, accepted);
  return { ...found, received, accepted, restock, result: accepted === qty ? "ok" : found.result === "ok" ? (received < qty && accepted === received ? "missing" : "damaged") : found.result };
}

const quiet = (text: VNodeChild) => h("div", { class: "cut", style: "color: var(--ink-2); font-size: var(--text-12)" }, [text]);
const time = (at: string | null) => (at ? h("time", { class: "num", title: exactText(at) }, momentText(at)) : "–");

/** The columns a room shares: until when, whose, what; the shop's name where there are several. */
function shared<T extends Work>(t: Say, shopOf: (id: string) => string): Column<T>[] {
  return [
    { key: "clock", title: t("aftersales.clock"), width: 110, fixed: true, text: (one) => one.deadline_at ?? "", show: (one) => (one.deadline_at ? h(Clock, { due: one.deadline_at, start: one.opened_at, atZero: t(`aftersales.atZero.${one.deadline_action}`) }) : "–") },
    { key: "what", title: t("warehouse.goods"), minWidth: 230, fixed: true, text: (one) => one.articles.map((each) => `${each.title} ${each.spec} × ${each.qty}`).join("; "), show: (one) => h(Articles, { articles: one.articles }) },
    { key: "case", title: t("warehouse.case"), width: 150, text: (one) => one.number, show: (one) => [h("div", [h("span", { class: "num" }, `#${one.number}`), ` ${t(`aftersales.kinds.${one.kind}`)}`]), quiet([t(`policyValues.${one.reason}`), shopOf(one.shop_id)].filter(Boolean).join(" · "))] },
    { key: "order", title: t("aftersales.order"), width: 170, extra: true, text: (one) => one.order_no, show: (one) => h("span", { class: "num" }, one.order_no) },
  ];
}
const parcel = <T extends { carrier: string; tracking_no: string }>(t: Say): Column<T> => ({ key: "parcel", title: t("warehouse.parcel"), minWidth: 170, fixed: true, text: (one) => one.tracking_no, show: (one) => [h("div", { class: "num" }, one.tracking_no), quiet(one.carrier)] });
const button = <T>(words: (one: T) => string, main: (one: T) => boolean, act: (one: T) => void): Column<T> => ({ key: "act", title: "", width: 130, fixed: true, align: "right", show: (one) => h(Btn, { size: "s", kind: main(one) ? "main" : "plain", onClick: () => act(one) }, () => words(one)) });

export function incoming(t: Say, nodeOf: (node: string) => string, shopOf: (id: string) => string, act: (one: Incoming) => void): Column<Incoming>[] {
  const [clock, what, ...rest] = shared<Incoming>(t, shopOf);
  const where: Column<Incoming> = { key: "where", title: t("warehouse.where"), width: 150, text: (one) => one.node_at ?? one.sent_at, show: (one) => [h("div", one.signed_at ? t("warehouse.delivered") : nodeOf(one.node)), quiet(time(one.signed_at ?? one.node_at ?? one.sent_at))] };
  return [clock!, parcel<Incoming>(t), what!, where, ...rest, button<Incoming>((one) => t(`warehouse.tasks.${one.task}`), (one) => Boolean(one.signed_at), act)];
}

export function stopping(t: Say, shopOf: (id: string) => string, act: ((one: Stopping) => void) | null): Column<Stopping>[] {
  const [clock, what, ...rest] = shared<Stopping>(t, shopOf);
  const state: Column<Stopping> = { key: "state", title: t("warehouse.stop"), width: 190, text: (one) => t(`aftersales.stops.${one.stop}`), show: (one) => [h("span", { class: ["tag", { succeeded: "kept", failed: "late" }[one.stop as string]] }, t(`aftersales.stops.${one.stop}`)), quiet(one.answer)] };
  const asked: Column<Stopping> = { key: "asked", title: t(act ? "warehouse.asked" : "warehouse.answered"), width: 120, text: (one) => one.answered_at ?? one.sent_at, show: (one) => [time(one.answered_at ?? one.sent_at), quiet(one.by_name)] };
  const columns = [parcel<Stopping>(t), what!, state, asked, ...rest];
  return act ? [clock!, ...columns, button<Stopping>(() => t("warehouse.note"), () => false, act)] : columns;
}

export function outgoing(t: Say, shopOf: (id: string) => string, act: (one: Outgoing) => void): Column<Outgoing>[] {
  const [clock, what, ...rest] = shared<Outgoing>(t, shopOf);
  const to: Column<Outgoing> = { key: "to", title: t("warehouse.to"), minWidth: 220, fixed: true, text: (one) => one.address, show: (one) => [h("div", { class: "num" }, `${one.receiver} ${one.phone_masked}`), h("div", { style: "color: var(--ink-2); font-size: var(--text-12); overflow-wrap: anywhere" }, one.address)] };
  return [clock!, what!, to, ...rest, button<Outgoing>(() => t("warehouse.send"), () => true, act)];
}
