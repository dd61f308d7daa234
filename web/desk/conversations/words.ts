import type { ClosingReason, LastMessage, Message } from "@api/types";
import { locale } from "@ui/locale";

type Say = (key: string, facts?: Record<string, unknown>) => string;

/** The last line of a conversation as the list shows it; our own lines say so. */
export function lastLine(last: LastMessage | null, t: Say): string {
  if (!last) return "";
  const body = last.text || (last.kind === "image" ? t("inbox.picture") : last.kind === "file" ? t("inbox.file") : last.kind === "card" ? t("inbox.card") : "");
  if (last.from === "bot") return `${t("inbox.auto")}${body}`;
  if (last.from === "note") return `${t("inbox.note")}${body}`;
  return last.from === "agent" ? `${t("inbox.answered")}${body}` : body;
}

const SYSTEM = ["opened", "assigned", "taken", "transferred", "queued", "released", "snoozed", "woke", "closed", "reopened", "left", "requeued"];

/** A system line in the reader's language; an unknown code falls back to the text the server wrote. */
export function systemLine(message: Message, t: Say): string {
  const code = String(message.system?.code ?? "").replace(/^.*[.:]/, "").replace(/^Conversation/, "").toLowerCase();
  if (!SYSTEM.includes(code)) return message.text || t("talk.system.other");
  const facts = (message.system?.facts ?? {}) as Record<string, unknown>;
  const name = (value: unknown) => (typeof value === "object" && value ? String((value as { name?: string }).name ?? "") : String(value ?? ""));
  return t(`talk.system.${code}`, { agent: name(facts.agent ?? facts.to ?? facts.agent_name), by: name(facts.by ?? facts.actor ?? facts.from) || message.author?.name || t("common.system"), note: facts.note ? `“${name(facts.note)}”` : "" }).trim();
}

export const reasonName = (reason: ClosingReason): string => (locale.value === "zh" ? reason.name_zh : reason.name_en);
