import type { CaseBrief } from "@api/aftersales";
import Clock from "@ui/Clock.vue";
import { moneyText } from "@ui/money";
import { exactText, stampText } from "@ui/time";
import { h } from "vue";
import { RouterLink } from "vue-router";
import type { Column } from "@desk/parts/Table.vue";
import { amountOf, nextKey } from "./queues";

type Say = (key: string, facts?: Record<string, unknown>) => string;
interface Picking {
  has: (one: CaseBrief) => boolean;
  picked: (one: CaseBrief) => boolean;
  toggle: (id: string) => void;
}

export function amountText(one: CaseBrief, t: Say): string {
  const cents = amountOf(one);
  if (!cents) return "–";
  return cents < 0 ? t("aftersales.pays", { amount: moneyText(-cents, one.currency) }) : moneyText(cents, one.currency);
}

/** The clock of a case: red and amber as everywhere, and on hover what happens at zero. */
export const clockOf = (one: CaseBrief, t: Say) => (one.deadline_at ? h(Clock, { due: one.deadline_at, start: one.opened_at, atZero: one.deadline_action ? t(`aftersales.atZero.${one.deadline_action}`) : undefined }) : "–");

/** A queue's columns; with `picking` each case that may be agreed to together with others has a box. */
export function columns(t: Say, picking: Picking | null, shopOf: (id: string) => string = () => ""): Column<CaseBrief>[] {
  const box = (one: CaseBrief) => picking?.has(one) && h("input", { type: "checkbox", checked: picking.picked(one), "aria-label": t("aftersales.pick", { number: one.number }), onChange: () => picking.toggle(one.id) });
  const all: Column<CaseBrief>[] = [
    { key: "clock", title: t("aftersales.clock"), width: 120, fixed: true, text: (one) => one.deadline_at ?? "", show: (one) => clockOf(one, t) },
    { key: "number", title: t("aftersales.number"), width: 110, fixed: true, text: (one) => one.number, show: (one) => [h("span", { class: "num" }, `#${one.number}`), shopOf(one.shop_id) && h("div", { class: "cut", style: "color: var(--ink-2); font-size: var(--text-12)" }, shopOf(one.shop_id))] },
    { key: "customer", title: t("aftersales.customer"), width: 120, text: (one) => one.customer_name ?? "", show: (one) => one.customer_name ?? t("aftersales.stranger") },
    { key: "order", title: t("aftersales.order"), minWidth: 220, text: (one) => one.order_no, show: (one) => [h("div", { class: "cut", title: one.title ?? "" }, `${one.title ?? "–"} · ${t("aftersales.units", { count: one.units })}`), h(RouterLink, { class: "num", style: "color: var(--ink-2); font-size: var(--text-12)", to: { name: "order", params: { id: one.order_id } } }, () => one.order_no)] },
    { key: "kind", title: t("aftersales.kind"), width: 150, text: (one) => t(`aftersales.kinds.${one.kind}`), show: (one) => [h("div", t(`aftersales.kinds.${one.kind}`)), h("div", { style: "color: var(--ink-2); font-size: var(--text-12)" }, t(`policyValues.${one.reason}`))] },
    { key: "amount", title: t("aftersales.amount"), width: 130, align: "right", text: (one) => amountOf(one) / 100, show: (one) => h("span", { class: "num" }, amountText(one, t)) },
    { key: "next", title: t("aftersales.next"), width: 170, text: (one) => t(`aftersales.nexts.${nextKey(one)}`), show: (one) => t(`aftersales.nexts.${nextKey(one)}`) },
    { key: "opened", title: t("aftersales.opened"), width: 100, extra: true, text: (one) => one.opened_at, show: (one) => h("time", { class: "num", title: exactText(one.opened_at) }, stampText(one.opened_at)) },
  ];
  return picking ? [{ key: "pick", title: "", width: 44, fixed: true, show: box }, ...all] : all;
}
