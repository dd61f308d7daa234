import { reactive } from "vue";

/** How long a promised wait may be chosen with one click, in minutes. */
export const USUAL_MINUTES = [3, 5, 10, 30, 60];

/** Talks whose agent is to say a word now: set by the clock, cleared by the next words. */
export const prompted = reactive(new Set<string>());

const UNITS: [number, string][] = [
  [1440, "day"],
  [60, "hour"],
  [1, "minute"],
];

/** About how long, as the server writes it: 10 分钟, 2 小时, 1 天. */
export function waitWords(minutes: number, t: (key: string, facts: { n: number }) => string): string {
  const [size, unit] = UNITS.find(([each]) => minutes % each === 0) as [number, string];
  return t(`hold.unit.${unit}`, { n: minutes / size });
}

/** Whether the promised time stands in the words themselves (HOLD-4), by the server's own rule. */
export function saysHowLong(text: string, minutes: number): boolean {
  const names = { day: "天|d(ays?)?\\b", hour: "小时|h(ours?)?\\b", minute: "分钟|min" } as Record<string, string>;
  return UNITS.some(([size, unit]) => minutes % size === 0 && new RegExp(`(?<!\\d)${minutes / size}\\s*个?\\s*(${names[unit]})`, "i").test(text));
}

/** HOLD-2: an agent looks something up while the customer waits for a first word. */
export class Lookup {
  private since: number | null = null;

  /** A tool of the side panel was used at this moment. */
  used(waiting: boolean, now: number): void {
    if (waiting) this.since ??= now;
  }

  /** Whether it is time to tell the customer; an answer ends it. */
  due(waiting: boolean, now: number, seconds: number): boolean {
    if (!waiting) this.since = null;
    return this.since !== null && now - this.since >= seconds * 1000;
  }
}

export const lookups = reactive(new Map<string, Lookup>());

export function lookedUp(conversationId: string, waiting: boolean): void {
  const one = lookups.get(conversationId) ?? new Lookup();
  one.used(waiting, Date.now());
  lookups.set(conversationId, one);
}
