import { receiverOf } from "./request";
import type { Eligible, Line } from "./types";

export type What = "change_address" | "swap_items" | "change_payment";
export interface Amendment {
  kind: What;
  name: string;
  phone: string;
  address: string;
  swaps: Record<string, string>;
  instrument: string | null;
}

export function begun(order: Eligible): Amendment {
  const usual = order.instruments.find((each) => each.original) ?? order.instruments[0];
  const home = receiverOf(order);
  return { kind: "change_address", name: home?.name ?? "", phone: home?.phone ?? "", address: home?.address ?? "", swaps: {}, instrument: usual?.id ?? null };
}

/** What can be changed at all: other variants only where there are some, another payment only where there is another. */
export function possible(order: Eligible): What[] {
  const swaps = order.lines.some((line) => line.variants.some((each) => each.sku_id !== line.sku_id));
  return ["change_address", ...(swaps ? (["swap_items"] as const) : []), ...(order.instruments.length > 1 ? (["change_payment"] as const) : [])];
}

export const swapped = (order: Eligible, now: Amendment): Line[] => order.lines.filter((line) => now.swaps[line.order_line_id] && now.swaps[line.order_line_id] !== line.sku_id);

/** What the swaps cost more (below zero: less) than what was paid, at today's prices; a line is swapped whole. */
export function difference(order: Eligible, now: Amendment): number {
  if (now.kind !== "swap_items") return 0;
  return swapped(order, now).reduce((sum, line) => {
    const chosen = line.variants.find((each) => each.sku_id === now.swaps[line.order_line_id]);
    return sum + (chosen ? chosen.price_cents * line.quantity - line.paid_cents : 0);
  }, 0);
}

export function complete(order: Eligible, now: Amendment): boolean {
  if (now.kind === "change_address") return Boolean(now.address.trim()) && (now.address !== order.receiver?.address || now.name !== order.receiver?.name || now.phone !== order.receiver?.phone);
  if (now.kind === "change_payment") return order.instruments.some((each) => each.id === now.instrument && !each.original);
  return swapped(order, now).length > 0;
}

export function bodyOf(order: Eligible, now: Amendment): Record<string, unknown> {
  if (now.kind === "change_address") return { kind: now.kind, address: { address: now.address.trim(), name: now.name.trim(), phone: now.phone.trim() } };
  if (now.kind === "change_payment") return { kind: now.kind, instrument_id: now.instrument };
  const swaps = swapped(order, now).map((line) => ({ order_line_id: line.order_line_id, sku_id: now.swaps[line.order_line_id] }));
  return { kind: now.kind, swaps, instrument_id: now.instrument };
}
