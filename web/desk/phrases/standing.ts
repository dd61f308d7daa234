import type { Phrase, PhraseCare } from "@api/types";

export const GROUPS = ["new", "returning", "vip", "international"] as const;
export const SCENARIOS = ["presale", "insale", "aftersale", "complaint"] as const;
export const STANDINGS = ["all", "holds", "due", "expired", "retired"] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a phrase's badge says, if it has one: past its end comes before waiting for a look. */
export function badgeOf(one: Phrase, now = Date.now()): "expired" | "due" | "notYet" | null {
  if (one.valid_until && Date.parse(one.valid_until) <= now) return "expired";
  if (one.review_reason) return "due";
  return one.valid_from && Date.parse(one.valid_from) > now ? "notYet" : null;
}

/** How a phrase is cared for, as the form holds it; what it repeats comes with its full shape. */
export const careOf = (one: Phrase | null | undefined): PhraseCare => ({
  valid_from: one?.valid_from ?? null,
  valid_until: one?.valid_until ?? null,
  conditions: one?.conditions ?? "",
  keeper_id: one?.keeper_id ?? null,
  review_days: one ? one.review_days : 90,
  links: [],
});

/** Whom words are for, as people say it; a group that is a tag of the shop stands for itself. */
export function whoseText(variant: { group?: string | null; scenario?: string | null }, t: (key: string) => string): string {
  const group = variant.group && ((GROUPS as readonly string[]).includes(variant.group) ? t(`phraseCare.groups.${variant.group}`) : variant.group);
  return [group, variant.scenario && t(`phraseCare.scenarios.${variant.scenario}`)].filter(Boolean).join(" · ");
}
