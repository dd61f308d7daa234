import type { Losses } from "@api/types";

/** Which of the losses are listed, and in which order; the figures are always of all of them. */
export interface Part {
  day?: string;
  hour?: number;
  never_answered?: boolean;
  order?: "left" | "waited";
}
export interface Bar {
  key: string;
  label: string;
  count: number;
  part: Part;
}

/** A moment on record as the clock of a time zone shows it: 2026-11-02 10:01. */
export function inZone(iso: string, timeZone: string): string {
  return new Date(iso).toLocaleString("sv-SE", { timeZone, hour12: false }).slice(0, 16);
}

/** The counts as bars, each of which knows the rows behind it. */
export function bars(report: Pick<Losses, "by_hour" | "by_day">, by: "hour" | "day"): Bar[] {
  if (by === "hour") return report.by_hour.map((count, hour) => ({ key: String(hour), label: String(hour), count, part: { hour } }));
  return report.by_day.map(({ day, count }) => ({ key: day, label: day.slice(5), count, part: { day } }));
}

export const same = (one: Part, other: Part): boolean => one.day === other.day && one.hour === other.hour && !one.never_answered === !other.never_answered && (one.order ?? "left") === (other.order ?? "left");

/** One zone is said with its exact window; where shops live in several, the zones are named. */
export function windowFacts(windows: Losses["windows"]): { key: "window" | "windows" | "noWindow"; facts: Record<string, string> } {
  const [only, ...others] = windows;
  if (!only) return { key: "noWindow", facts: {} };
  if (others.length) return { key: "windows", facts: { zones: windows.map((one) => one.timezone).join(", ") } };
  return { key: "window", facts: { from: inZone(only.start, only.timezone), to: inZone(only.end, only.timezone), zone: only.timezone } };
}
