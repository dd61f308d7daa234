import type { TimelineEvent } from "@api/types";
import type { TimelineItem } from "@ui/Timeline.vue";

type Say = (key: string, facts?: Record<string, unknown>) => string;
type Has = (key: string) => boolean;

const room = (kind: string) => kind.split(".")[0] ?? kind;
/** `conversations.ConversationClosed` or `ConversationClosed` → the word for it. */
const code = (kind: string) => kind.split(".").pop() ?? kind;

/** Recorded events as lines a person reads; an event without a sentence of its own shows its name. */
export function timelineItems(events: TimelineEvent[], t: Say, te: Has): TimelineItem[] {
  return events.map((event, index) => ({
    id: `${event.at}-${index}`,
    at: event.at,
    kind: room(event.kind),
    who: event.actor.name || t("common.system"),
    what: te(`event.${code(event.kind)}`) ? t(`event.${code(event.kind)}`, readable(event.facts)) : spaced(code(event.kind)),
    auto: event.auto,
  }));
}

export function timelineKinds(events: TimelineEvent[], t: Say, te: Has): { key: string; label: string }[] {
  return [...new Set(events.map((event) => room(event.kind)))].map((key) => ({ key, label: te(`room.${key}`) ? t(`room.${key}`) : key }));
}

function readable(facts: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(facts, { get: (all, name) => all[name as string] ?? "" });
}

const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1 $2");
