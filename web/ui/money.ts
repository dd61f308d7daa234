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
