import type { Choices } from "@api/caseSettings";
import { centsOf, moneyText } from "@ui/money";

type Say = (key: string, facts?: Record<string, unknown>) => string;
export const LEGS = ["approval", "mailing", "transit", "inspection", "refund"] as const;
export const REFUNDS = ["refund_only", "return_refund"] as const;
export const METHODS = ["pick_up", "self_ship", "drop_off"] as const;
export const SHOP_TYPES = ["flagship", "specialty", "other"] as const;
/** Whole numbers, each with its unit; what may be empty is not kept then. */
export const NUMBERS = [
  { name: "confirm_days", unit: "days" },
  { name: "price_protect_days", unit: "days" },
  { name: "warranty_days", unit: "days", optional: true },
  { name: "stalled_hours", unit: "hours" },
  { name: "parcel_back_days", unit: "days" },
] as const;
export const SWITCHES = ["promotion", "seven_day", "freight_insurance", "ship_instead"] as const;

/** The settings as they are typed. */
export interface Form {
  budget: string;
  methods: string[];
  legs: Record<string, string>;
  refunds: Record<string, string>;
  numbers: Record<string, string>;
  switches: Record<string, boolean>;
  calendar: string;
  type: string;
}

export function formOf(one: Choices): Form {
  return {
    budget: (one.retention_budget_cents / 100).toFixed(2),
    methods: [...one.return_methods],
    legs: Object.fromEntries(LEGS.map((leg) => [leg, String(one.leg_targets[leg])])),
    refunds: Object.fromEntries(REFUNDS.map((kind) => [kind, String(one.completion_targets[kind])])),
    numbers: Object.fromEntries(NUMBERS.map(({ name }) => [name, one[name] === null ? "" : String(one[name])])),
    switches: Object.fromEntries(SWITCHES.map((name) => [name, one[name]])),
    calendar: one.calendar_id ?? "",
    type: one.shop_type ?? "",
  };
}

const whole = (text: string) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);

/** What was typed as settings, and the names of what is none: out of its bounds, empty, or no number. */
export function madeOf(form: Form, bounds: Record<string, number[]>): { made: Choices; wrong: string[] } {
  const wrong: string[] = [];
  const within = (name: string, value: number | null, of = name) => {
    const [least, most] = bounds[of] ?? [0, Infinity];
    if (value === null || value < least! || value > most!) wrong.push(name);
    return value ?? 0;
  };
  const numbers = Object.fromEntries(
    NUMBERS.map((each) => ["optional" in each && form.numbers[each.name]!.trim() === "" ? [each.name, null] : [each.name, within(each.name, whole(form.numbers[each.name]!))]]).flat(),
  ) as Pick<Choices, "confirm_days" | "price_protect_days" | "warranty_days" | "stalled_hours" | "parcel_back_days">;
  const made = {
    retention_budget_cents: within("retention_budget_cents", centsOf(form.budget)),
    return_methods: METHODS.filter((each) => form.methods.includes(each)),
    leg_targets: Object.fromEntries(LEGS.map((leg) => [leg, within(`leg_${leg}`, whole(form.legs[leg]!), "leg_targets")])),
    completion_targets: Object.fromEntries(REFUNDS.map((kind) => [kind, within(`refund_${kind}`, whole(form.refunds[kind]!), "completion_targets")])),
    ...numbers,
    ...(form.switches as Pick<Choices, (typeof SWITCHES)[number]>),
    calendar_id: form.calendar || null,
    shop_type: (form.type || null) as Choices["shop_type"],
  };
  if (!made.return_methods.length) wrong.push("return_methods");
  return { made, wrong };
}

/** Only what is different: what is not touched stays as somebody else may have set it meanwhile. */
export function changesOf(before: Choices, made: Choices): Partial<Choices> {
  const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  return Object.fromEntries(Object.entries(made).filter(([name, value]) => !same(before[name as keyof Choices], value)));
}
const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value && typeof value === "object" ? Object.entries(value).sort() : value);

/** A change in words: 挽留预算 ¥0.00 → ¥900.00. */
export function changeText(name: string, [from, to]: unknown[], t: Say, currency: string, calendars: Record<string, string>): string {
  const say = (value: unknown): string => {
    if (name === "retention_budget_cents") return moneyText(Number(value), currency);
    if (name === "return_methods") return (value as string[]).map((each) => t(`opening.methods.${each}`)).join(t("policies.comma")) || "–";
    if (name === "calendar_id") return value ? (calendars[String(value)] ?? t("caseSettings.someCalendar")) : t("caseSettings.always");
    if (name === "shop_type") return value ? t(`caseSettings.shopTypes.${value}`) : "–";
    if (typeof value === "boolean") return t(value ? "caseSettings.yes" : "caseSettings.no");
    if (value === null || value === "") return "–";
    const unit = NUMBERS.find((each) => each.name === name)?.unit;
    return unit ? t(`caseSettings.units.${unit}`, { count: String(value) }) : String(value);
  };
  if (name === "leg_targets" || name === "completion_targets") {
    const [old, now] = [from as Record<string, number>, to as Record<string, number>];
    const wordOf = (each: string) => t(name === "leg_targets" ? `caseReports.legs.${each}` : `aftersales.kinds.${each}`);
    const hours = (count: number | undefined) => t("caseSettings.units.hours", { count });
    return Object.keys(now).filter((each) => old[each] !== now[each]).map((each) => `${t(`caseSettings.names.${name}`)} · ${wordOf(each)} ${hours(old[each])} → ${hours(now[each])}`).join(t("policies.comma"));
  }
  return `${t(`caseSettings.names.${name}`)} ${say(from)} → ${say(to)}`;
}
