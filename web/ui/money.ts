import { locale } from "./locale";

/** Integer cents as people read money: ¥1,234,567.89. */
export function moneyText(cents: number, currency = "CNY"): string {
  const options = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  const shape = new Intl.NumberFormat(locale.value === "zh" ? "zh-CN" : "en-US", options);
  const digits = shape.resolvedOptions().maximumFractionDigits ?? 2;
  // `|| 0`: an amount of nothing has no sign.
  return shape.format(cents / 10 ** digits || 0);
}

export function countText(count: number): string {
  return new Intl.NumberFormat(locale.value === "zh" ? "zh-CN" : "en-US").format(count);
}

/** ¥ as typed (12, 12.5, 12.50) to cents; null where it is no amount. */
export function centsOf(text: string): number | null {
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[¥￥,，\s]/g, ""));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0") || 0) : null;
}
