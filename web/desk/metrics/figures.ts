import type { Behind, By, Outcome, ResponseLine, What } from "@api/metrics";
import { lengthText } from "@ui/time";

export const TABS = ["responses", "people", "outcomes"] as const;
export type Tab = (typeof TABS)[number];
export const SPLITS: By[] = ["topic", "channel", "agent", "shift", "day", "week", "hour"];

/** A figure that was pressed: what it is called, and which rows it opens. */
export interface Opened {
  title: string;
  behind: Omit<Behind, "days" | "shop_id">;
}

export const share = (bp: number | null | undefined): string => (bp === null || bp === undefined ? "–" : `${(bp / 100).toFixed(1)}%`);
/** To the second below an hour: whether an answer takes 1 or 2 minutes is what these figures are for. */
export function length(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return "–";
  const whole = Math.round(seconds);
  const rest = whole % 60;
  if (whole < 60 || whole >= 3600 || rest === 0) return lengthText(whole);
  return `${lengthText(whole - rest).replace("分钟", "分")} ${lengthText(rest)}`;
}
export const stars = (mean: number | null | undefined): string => (mean === null || mean === undefined ? "–" : mean.toFixed(2));
export const decimal = (value: number | null | undefined): string => (value === null || value === undefined ? "–" : value.toFixed(1));

/** None of a topic or a shift, as the server is asked for it. */
const NONE = "-";

/** The day a week's last day is, from its Monday. */
export function sunday(monday: string): string {
  const at = new Date(`${monday}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 6);
  return at.toISOString().slice(0, 10);
}

/** Which rows a line of a split stands for. Rounds of nobody are those without an answer. */
export function rowsOf(line: ResponseLine, by: By, what: What = "rounds"): Opened["behind"] {
  if (by === "agent") return line.key ? { what, agent_id: line.key } : { what: "unanswered" };
  if (by === "channel") return { what, channel: line.key };
  if (by === "topic") return { what, topic: line.key || NONE };
  if (by === "shift") return { what, shift: line.key || NONE };
  if (by === "hour") return { what, hour: Number(line.key) };
  return { what, first: line.key, last: by === "week" ? sunday(line.key) : line.key };
}

/** More than ten times as much says that there was next to nothing before. */
const MOST = 9;

/** How a figure moved against the time before: +12.5%, or nothing to compare with. */
export function moved(now: number | null, before: number | null): { text: string; by: number } | null {
  if (now === null || before === null || before === 0) return null;
  const by = (now - before) / before;
  if (by > MOST) return null;
  return { text: `${by > 0 ? "+" : ""}${(by * 100).toFixed(1)}%`, by };
}

export interface OutcomeCard {
  key: string;
  value: string;
  small: Record<string, string | number>;
  change: { text: string; by: number } | null;
  /** More of it is worse. */
  bad: boolean;
  what: What;
}

/** What came of serving, each figure with what it is a share of. */
export function outcomeCards(now: Outcome, before: Outcome): OutcomeCard[] {
  return [
    { key: "served", value: String(now.served), small: { before: before.served }, change: moved(now.served, before.served), bad: false, what: "served" },
    { key: "repurchase", value: share(now.repurchase_bp), small: { again: now.bought_again, of: now.bought_before }, change: moved(now.repurchase_bp, before.repurchase_bp), bad: false, what: "repurchased" },
    { key: "complaints", value: String(now.complaints), small: { before: before.complaints }, change: moved(now.complaints, before.complaints), bad: true, what: "complaints" },
    { key: "disputes", value: String(now.disputes), small: { before: before.disputes }, change: moved(now.disputes, before.disputes), bad: true, what: "disputes" },
    { key: "stars", value: stars(now.stars), small: { rated: now.rated, content: share(now.content_bp) }, change: moved(now.stars, before.stars), bad: false, what: "ratings" },
  ];
}

/** Where a row of a figure is opened. */
export function pageOf(kind: string, id: string): { name: string; params: Record<string, string> } | null {
  const names: Record<string, string> = { case: "case", task: "tasks", customer: "customer", order: "order", call: "call" };
  if (kind === "conversation") return { name: "inbox", params: { view: "closed", id } };
  return names[kind] ? { name: names[kind], params: { id } } : null;
}
