import type { TimelineEvent } from "@api/types";
import type { TimelineItem } from "@ui/Timeline.vue";

type Say = (key: string, facts?: Record<string, unknown>) => string;
type Has = (key: string) => boolean;
type NameOf = (id: unknown) => string;

const GROUPS: [string, RegExp][] = [
  ["words", /^(Message|Note|Evidence|Customer(Left|Revealed))/],
  ["hands", /^(Assigned|Transferred|Queued|WaitedTooLong|Reopened|Closed|Snoozed|Woke|Conversation)/],
  ["marks", /^(Stage|Priority|Tags|Read|Delivered)/],
  ["clocks", /^Promise/],
  ["orders", /^(Order|Parcel)/],
];

/** What a reader may want to see alone: words, hands, marks, clocks, orders. */
export const groupOf = (kind: string): string => GROUPS.find(([, kinds]) => kinds.test(kind))?.[0] ?? "other";

/** Recorded events as lines a person reads; an event without a sentence of its own shows its name. */
export function timelineItems(events: TimelineEvent[], t: Say, te: Has, nameOf: NameOf = () => ""): TimelineItem[] {
  return events.map((event, index) => ({
    id: `${event.at}-${index}`,
    at: event.at,
    kind: groupOf(event.kind),
    who: event.actor.kind === "system" || !event.actor.name ? t("common.system") : event.actor.name,
    what: te(`event.${event.kind}`) ? t(`event.${event.kind}`, facts(event.facts, nameOf)).trim() : spaced(event.kind),
    auto: event.auto,
  }));
}

export function timelineKinds(events: TimelineEvent[], t: Say): { key: string; label: string }[] {
  return [...new Set(events.map((event) => groupOf(event.kind)))].map((key) => ({ key, label: t(`eventGroup.${key}`) }));
}

const HOLES = ["agent", "note", "new_value", "text", "reason", "stage", "tags"];

function facts(given: Record<string, unknown>, nameOf: NameOf): Record<string, unknown> {
  const shown = Object.fromEntries(HOLES.map((name) => [name, Array.isArray(given[name]) ? (given[name] as unknown[]).join(" ") : (given[name] ?? "")]));
  return { ...shown, agent: nameOf(given.assignee_id ?? given.owner_agent_id) };
}

const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1 $2");
