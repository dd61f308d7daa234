import type { OrderCard, Remark } from "@api/types";

type Say = (key: string) => string;
export const FLAGS = ["red", "yellow", "green", "blue", "purple"] as const;
export const REMARK_TYPES = ["address", "phone", "receiver", "spec", "quantity", "gift", "delivery", "invoice", "price", "other"] as const;

/** What changed, in one line: 改规格：白色 M → 白色 L，客户来电确认. */
export function remarkLine(remark: OrderCard["top_remark"], t: Say, te: (key: string) => boolean): string {
  if (!remark) return "";
  if (typeof remark === "string") return remark;
  const type = te(`remarkType.${remark.type}`) ? t(`remarkType.${remark.type}`) : remark.type;
  return [type, change(remark), remark.text].filter(Boolean).join(" · ");
}

export function change(remark: Remark): string {
  if (remark.old_value && remark.new_value) return `${remark.old_value} → ${remark.new_value}`;
  return remark.new_value ?? remark.old_value ?? "";
}

export const authorName = (author: Remark["author"]): string => (typeof author === "string" ? author : (author?.name ?? ""));
