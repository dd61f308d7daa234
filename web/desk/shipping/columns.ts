import type { Behind } from "@api/shipping";
import Clock from "@ui/Clock.vue";
import { moneyText } from "@ui/money";
import { exactText, momentText } from "@ui/time";
import { h, type VNodeChild } from "vue";
import { RouterLink } from "vue-router";
import type { Column } from "@desk/parts/Table.vue";

type Say = (key: string, facts?: Record<string, unknown>) => string;
interface Picking {
  picked: (one: Behind) => boolean;
  toggle: (id: string) => void;
}
const quiet = (text: VNodeChild) => h("div", { class: "cut", style: "color: var(--ink-2); font-size: var(--text-12)" }, [text]);

/** Where an order may come from; of one made by hand or brought by a file the amount says more. */
const PLATFORMS = ["taobao", "tmall", "jd", "douyin"];

/** Until the courier has it something is owed; then its deadline says nothing any more. */
const owes = (one: Behind) => one.stage === "owed" || one.stage === "marked";

/** What is the matter: why it is expected late, or since when its parcel stands still. */
function matter(one: Behind, t: Say): VNodeChild {
  if (one.standstill) return [h("span", { class: "tag late" }, t(`shipping.standstills.${one.standstill}`)), one.standing_since && quiet(t("shipping.since", { at: momentText(one.standing_since) }))];
  if (one.threat) return [h("span", { class: "tag near" }, t(`shipping.threats.${one.threat}`)), one.expected_at && quiet(t("shipping.expected", { at: momentText(one.expected_at) }))];
  return t(`shipping.stages.${one.stage}`);
}

/** What missing the deadline costs, red only where it is ours to lose. */
function cost(one: Behind, t: Say): VNodeChild {
  const amount = one.compensation_cents > 0 && t("shipping.costs", { amount: moneyText(one.compensation_cents, one.currency) });
  const late = one.urgency === "over";
  return [h("span", { class: "num", style: late ? "color: var(--red-ink)" : "" }, amount || "–"), one.complaint && quiet(t("shipping.complaint"))];
}

export function columns(t: Say, picking: Picking | null, houseOf: (id: string | null) => string, courierName: (code: string) => string): Column<Behind>[] {
  const box = (one: Behind) => picking && h("input", { type: "checkbox", checked: picking.picked(one), "aria-label": t("shipping.pick", { number: one.order_no }), onChange: () => picking.toggle(one.id) });
  const all: Column<Behind>[] = [
    { key: "due", title: t("shipping.due"), width: 120, fixed: true, text: (one) => one.due_at, show: (one) => (owes(one) ? h(Clock, { due: one.due_at, start: one.paid_at }) : t(`shipping.stages.${one.stage}`)) },
    { key: "order", title: t("shipping.order"), minWidth: 180, fixed: true, text: (one) => one.order_no, show: (one) => [h(RouterLink, { class: "num", to: { name: "order", params: { id: one.id } } }, () => one.order_no), quiet(PLATFORMS.includes(one.source) ? t(`channel.${one.source}`) : moneyText(one.paid_cents, one.currency))] },
    { key: "stage", title: t("shipping.stage"), width: 160, text: (one) => one.standstill ?? one.threat ?? one.stage, show: (one) => matter(one, t) },
    { key: "house", title: t("shipping.house"), width: 120, text: (one) => houseOf(one.warehouse_id), show: (one) => houseOf(one.warehouse_id) },
    { key: "parcel", title: t("shipping.parcel"), minWidth: 220, text: (one) => one.tracking_no, show: (one) => [h("div", { class: "cut" }, one.parcel_text || one.tracking_no || t("shipping.noCourier")), quiet([courierName(one.courier), one.tracking_no].filter(Boolean).join(" "))] },
    { key: "cost", title: t("shipping.cost"), width: 130, align: "right", text: (one) => one.compensation_cents / 100, show: (one) => (owes(one) ? cost(one, t) : "–") },
    { key: "paid", title: t("shipping.paid"), width: 120, extra: true, text: (one) => one.paid_at ?? "", show: (one) => (one.paid_at ? h("time", { class: "num", title: exactText(one.paid_at) }, momentText(one.paid_at)) : "–") },
  ];
  return picking ? [{ key: "pick", title: "", width: 44, fixed: true, show: box }, ...all] : all;
}
