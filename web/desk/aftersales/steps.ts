import type { Case, CaseStep, Surroundings } from "@api/aftersales";
import { moneyText } from "@ui/money";
import type { TimelineItem } from "@ui/Timeline.vue";

type Say = (key: string, facts?: Record<string, unknown>) => string;

/** What a noted fact was about, by what was kept of it. */
function noted(data: Record<string, unknown>, t: Say): string {
  const known = (["intercepting", "interception", "choice", "needs", "retention", "pickup", "goods", "node", "responsible", "answer", "guide"] as const).find((name) => data[name] !== undefined && data[name] !== null);
  if (!known) return t("aftersales.steps.note");
  if (known === "interception") return `${t("aftersales.noted.interception")} ${t(`aftersales.stops.${data.interception}`)}`;
  if (known === "choice") return `${t("aftersales.noted.choice")} ${t(`aftersales.choices.${data.choice}`)}`;
  return t(`aftersales.noted.${known}`);
}

/** What happened, the newest first: the step, its amount, and where it led. */
export function stepItems(steps: CaseStep[], currency: string, t: Say, te: (key: string) => boolean): TimelineItem[] {
  return [...steps].reverse().map((step) => {
    const what = step.command === "note" ? noted(step.data, t) : te(`aftersales.steps.${step.command}`) ? t(`aftersales.steps.${step.command}`) : step.command.replace(/_/g, " ");
    const cents = typeof step.data.cents === "number" && step.data.cents ? moneyText(step.data.cents, currency) : "";
    const led = step.after && step.after !== step.before ? `→ ${t(`aftersales.states.${step.after}`)}` : "";
    return { id: String(step.seq), at: step.at, kind: step.by_kind, who: step.by_kind === "system" ? t("common.system") : step.by, what: [what, cents, led].filter(Boolean).join(" "), auto: step.by_kind === "system" };
  });
}

/** The steps of a case and what the customer was told of each, with how that went, the newest first. */
export function storyOf(one: Pick<Case, "timeline" | "currency"> & Pick<Surroundings, "notices">, t: Say, te: (key: string) => boolean): TimelineItem[] {
  const told: TimelineItem[] = one.notices.map((notice) => {
    const state = t(`aftersales.noticeStates.${notice.state}`, { channel: t(`aftersales.noticeChannels.${notice.channel}`) });
    return { id: notice.id, at: notice.created_at, kind: "notice", who: "", what: `${t("aftersales.told")} ${state} · ${notice.text}`, auto: true };
  });
  return [...stepItems(one.timeline, one.currency, t, te), ...told].sort((a, b) => b.at.localeCompare(a.at));
}
