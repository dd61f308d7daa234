export interface Left {
  left_at: string;
  waited_sec: number;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const longest = (values: number[]): number => values.reduce((most, one) => Math.max(most, one), 0);

/** How many left in each hour of the shop's day: 24 numbers. */
export function byHour(rows: Left[], timezone: string): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  const shape = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hour12: false, timeZone: timezone });
  for (const row of rows) {
    const hour = Number(shape.format(new Date(row.left_at))) % 24;
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}
