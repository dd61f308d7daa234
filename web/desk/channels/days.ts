import type { CalendarDay } from "@api/types";
import { hoursText, intervals } from "./hours";

/** A day with hours of its own as it stands in the form; `hours` as people write them, empty: closed. */
export interface DayForm {
  day: string;
  name: string;
  hours: string;
}
type Kept = { day: string; name: string; hours: readonly (readonly string[])[] };

/** The date it is now in a time zone: 2026-11-02. */
export const todayIn = (timeZone: string, now = new Date()): string => now.toLocaleDateString("sv-SE", { timeZone });

export const dayForms = (days: readonly Kept[], from: string): DayForm[] => days.filter((one) => one.day >= from).map(({ day, name, hours }) => ({ day, name, hours: hoursText(hours) }));

/** Hours of a make-up workday: those of the first weekday, from Monday, that has any. */
export const workingHours = (week: Record<string, string>): string => ["1", "2", "3", "4", "5", "6", "7"].map((day) => week[day] ?? "").find((hours) => hours.trim()) ?? "";

/** Days of which one is written twice. */
export const repeated = (days: readonly DayForm[]): string[] => [...new Set(days.map((one) => one.day).filter((day, at, all) => day && all.indexOf(day) !== at))];

/** What has to be written so that `kept` becomes `now`: days entered or changed, and days given back to their weekday. */
export function changes(kept: readonly Kept[], now: readonly DayForm[], from: string): CalendarDay[] {
  const before = new Map(dayForms(kept, from).map((one) => [one.day, one]));
  const written = now.filter((one) => before.get(one.day)?.hours !== one.hours || before.get(one.day)?.name !== one.name).map((one) => ({ day: one.day, name: one.name, hours: intervals(one.hours) ?? [] }));
  const gone = [...before.keys()].filter((day) => !now.some((one) => one.day === day)).map((day) => ({ day, name: "", hours: null }));
  return [...written, ...gone];
}

/** The days of a public notice (`{"days": [{"name", "date", "isOffDay"}]}`) put into the form; null when it is no such file. */
export function withNotice(text: string, days: readonly DayForm[], week: Record<string, string>, from: string): DayForm[] | null {
  const notice = parsed(text);
  if (!notice) return null;
  const told = notice.filter((one) => one.date >= from).map((one) => ({ day: one.date, name: one.name, hours: one.isOffDay ? "" : workingHours(week) }));
  return [...days.filter((one) => !told.some((other) => other.day === one.day)), ...told].sort((one, other) => one.day.localeCompare(other.day));
}

function parsed(text: string): { name: string; date: string; isOffDay: boolean }[] | null {
  try {
    const { days } = JSON.parse(text) as { days: { name: string; date: string; isOffDay: boolean }[] };
    return days.every((one) => typeof one.name === "string" && /^\d{4}-\d\d-\d\d$/.test(one.date) && typeof one.isOffDay === "boolean") ? days : null;
  } catch {
    return null;
  }
}

/** When a span of a day is open, as the calendar's own clock shows it; past midnight is said. */
export function spanText(span: { opens: string; closes: string }, nextDay: string): string {
  const [opens, closes] = [span.opens.slice(11, 16), span.closes.slice(11, 16)];
  const over = span.closes.slice(0, 10) > span.opens.slice(0, 10);
  return over && closes === "00:00" ? `${opens}–24:00` : `${opens}–${over ? nextDay : ""}${closes}`;
}

/** 1 Monday … 7 Sunday, of a date as it is written. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
