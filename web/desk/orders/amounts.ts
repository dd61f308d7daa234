import type { OrderCard } from "@api/types";
import { moneyText } from "@ui/money";

/** What was paid; an amount the source left unclear says so instead of pretending to be nothing. */
export function paidText(order: Pick<OrderCard, "paid_cents" | "payable_cents" | "paid_at" | "status" | "currency" | "amounts_known">, t: (key: string, facts?: Record<string, unknown>) => string): string {
  if (order.status === "unpaid") return t("order.toPay", { amount: moneyText(order.payable_cents, order.currency) });
  return order.amounts_known ? moneyText(order.paid_cents, order.currency) : t("order.unclear");
}
