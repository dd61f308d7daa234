import type { OrderCard } from "@api/types";
import { moneyText } from "@ui/money";

/** What was paid; an amount the source left unclear says so instead of pretending to be nothing. */
export function paidText(order: Pick<OrderCard, "paid_cents" | "currency" | "amounts_known">, t: (key: string) => string): string {
  return order.amounts_known ? moneyText(order.paid_cents, order.currency) : t("order.unclear");
}
