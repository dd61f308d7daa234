import type { Remark } from "@api/types";

type Say = (key: string) => string;
export const FLAGS = ["red", "yellow", "green", "blue", "purple"] as const;
export const REMARK_TYPES = ["address", "receiver", "sku", "quantity", "ship_time", "invoice", "gift", "price", "packaging", "other"] as const;
/** Types whose new value has to be written down. */
export const NEEDS_VALUE: readonly string[] = ["address", "receiver", "sku", "quantity", "ship_time", "invoice", "price"];

/** What changed, in one line: 改规格：白色 M → 白色 L，客户来电确认. */
export function remarkLine(remark: Remark | null, t: Say, te: (key: string) => boolean): string {
  if (!remark) return "";
  const type = te(`remarkType.${remark.type}`) ? t(`remarkType.${remark.type}`) : remark.type;
  return [type, change(remark), remark.text].filter(Boolean).join(" · ");
}

export function change(remark: Remark): string {
  if (remark.old_value && remark.new_value) return `${remark.old_value} → ${remark.new_value}`;
  return remark.new_value ?? remark.old_value ?? "";
}
