import type { Automated, Branches, Completions, Couriers, Retention, ReturnTimes } from "@api/aftersales";
import { moneyText } from "@ui/money";
import { lengthText } from "@ui/time";

export const REPORTS = ["times", "couriers", "completion", "automation", "retention", "disputes"] as const;
export type ReportName = (typeof REPORTS)[number];
export const LEGS = ["approval", "mailing", "transit", "inspection", "refund"] as const;

/** A figure as a row: its words, and the cases behind it. */
export interface Line {
  key: string;
  cells: { text: string; order: number | string; bad?: boolean }[];
  ids: string[];
}
export interface Shown {
  heads: string[];
  lines: Line[];
}
type Say = (key: string, facts?: Record<string, unknown>) => string;
const count = (value: number) => ({ text: String(value), order: value });
const length = (seconds: number, bad = false) => ({ text: seconds ? lengthText(seconds) : "–", order: seconds, bad });
const words = (text: string) => ({ text, order: text });
const share = (bp: number) => ({ text: `${(bp / 100).toFixed(1)}%`, order: bp });

export function timesOf(report: ReturnTimes, t: Say): Shown {
  return {
    heads: ["leg", "whose", "cases", "mean", "p90", "target", "late"],
    lines: report.items.map((one) => ({
      key: one.leg,
      cells: [words(t(`caseReports.legs.${one.leg}`)), words(t(one.ours ? "caseReports.ours" : "caseReports.theirs")), count(one.cases), length(one.mean_sec, one.mean_sec > one.target_sec), length(one.p90_sec, one.p90_sec > one.target_sec), length(one.target_sec), { ...count(one.late), bad: one.late > 0 }],
      ids: one.case_ids,
    })),
  };
}
export function couriersOf(report: Couriers, t: Say): Shown {
  return {
    heads: ["carrier", "leg", "parcels", "mean", "p90"],
    lines: report.items.map((one) => ({ key: `${one.carrier} ${one.leg}`, cells: [words(one.carrier || "–"), words(t(`caseReports.courierLegs.${one.leg}`)), count(one.parcels), length(one.mean_sec), length(one.p90_sec)], ids: one.case_ids })),
  };
}
export function completionOf(report: Completions, t: Say): Shown {
  return {
    heads: ["kind", "by", "cases", "mean", "target", "late"],
    lines: report.items.map((one) => ({ key: `${one.kind} ${one.ruled}`, cells: [words(t(`aftersales.kinds.${one.kind}`)), words(t(one.ruled ? "caseReports.ruled" : "caseReports.self")), count(one.cases), length(one.mean_sec, one.mean_sec > one.target_sec), length(one.target_sec), { ...count(one.late), bad: one.late > 0 }], ids: one.case_ids })),
  };
}
export function retentionOf(report: Retention, t: Say, by: "agent" | "reason"): Shown {
  return {
    heads: [by, "attempts", "accepted", "success", "cost", "saved"],
    lines: report.items.map((one) => ({ key: one.key, cells: [words(by === "reason" ? t(`policyValues.${one.key}`) : one.key || "–"), count(one.attempts), count(one.accepted), share(one.success_bp), { text: moneyText(one.cost_cents, report.currency), order: one.cost_cents }, { text: moneyText(one.saved_cents, report.currency), order: one.saved_cents }], ids: one.case_ids })),
  };
}
/** Who agreed: people, the deadline, or an automation by its name. */
export const wayOf = (code: string, t: Say, nameOf: (code: string) => string): string => (code === "" ? t("caseReports.people") : code === "deadline" ? t("caseReports.deadline") : nameOf(code));
export function automationOf(report: Automated, t: Say, nameOf: (code: string) => string): Shown {
  return {
    heads: ["way", "cases", "mean", "spared", "refunded", "overridden", "disputed"],
    lines: report.items.map((one) => ({
      key: one.automation || "people",
      cells: [words(wayOf(one.automation, t, nameOf)), count(one.cases), one.mean_sec ? length(one.mean_sec) : { text: t("caseReports.atOnce"), order: 0 }, length(one.saved_sec), { text: moneyText(one.refunded_cents, report.currency), order: one.refunded_cents }, { ...count(one.overridden), bad: one.overridden > 0 && one.automation !== "" }, share(one.disputed_bp)],
      ids: one.case_ids,
    })),
  };
}
export function disputesOf(report: Branches, t: Say, language: "zh" | "en"): Shown {
  const ends = (found: Record<string, number>, of: string) => Object.entries(found).map(([name, times]) => `${t(`caseReports.${of}.${name}`)} ${times}`).join(language === "zh" ? "，" : ", ");
  return {
    heads: ["branch", "cases", "ends", "rulings", "mean", "cost"],
    lines: report.items.map((one) => ({ key: one.branch, cells: [words(`${one.branch} ${one.title?.[language] ?? ""}`), count(one.runs), words(ends(one.results, "results")), words(ends(one.rulings, "rulingNames") || "–"), length(one.mean_sec), { text: moneyText(one.cost_cents, report.currency), order: one.cost_cents }], ids: one.case_ids })),
  };
}

/** The window in the shop's own time zone: 2026-11-02 00:00 – 2026-12-01 10:00 (Asia/Shanghai). */
export function windowText(window: { since: string; until: string; timezone: string }): string {
  const at = (iso: string) => new Date(iso).toLocaleString("sv-SE", { timeZone: window.timezone, hour12: false }).slice(0, 16);
  return `${at(window.since)} – ${at(window.until)} (${window.timezone})`;
}
