import { momentText } from "@ui/time";

export interface SnoozeChoice {
  key: string;
  label: string;
  hint: string;
  /** ISO time. */
  until: string;
}

/** The times people snooze to; those already past today are left out. */
export function snoozeChoices(now: number, t: (key: string) => string): SnoozeChoice[] {
  const at = (days: number, hour: number) => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day.getTime();
  };
  const untilMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const times: [string, number][] = [
    ["in30m", now + 30 * 60_000],
    ["in2h", now + 120 * 60_000],
    ["tonight", at(0, 18)],
    ["tomorrow", at(1, 9)],
    ["nextWeek", at(untilMonday, 9)],
  ];
  return times
    .filter(([key, time]) => key !== "tonight" || time > now + 30 * 60_000)
    .map(([key, time]) => ({ key, label: t(`talk.${key}`), hint: momentText(new Date(time).toISOString(), now), until: new Date(time).toISOString() }));
}
