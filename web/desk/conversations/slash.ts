import type { Phrase } from "@api/types";

/** The `/word` being typed just before the caret, at a line start or after a space; null when there is none. */
export function slashAt(text: string, caret: number): { from: number; query: string } | null {
  const match = /(?:^|\s)\/(\S{0,30})$/.exec(text.slice(0, caret));
  if (!match) return null;
  const query = match[1] ?? "";
  return { from: caret - query.length - 1, query };
}

/** Phrases for what was typed: short code first, then title, then text. */
export function matching(phrases: Phrase[], query: string, limit = 30): Phrase[] {
  const wanted = query.toLowerCase();
  const rank = (phrase: Phrase): number => {
    const code = (phrase.shortcut ?? "").toLowerCase().replace(/^\//, "");
    if (!wanted) return 0;
    if (code && code.startsWith(wanted)) return 1;
    if (phrase.title.toLowerCase().includes(wanted)) return 2;
    return phrase.text.toLowerCase().includes(wanted) ? 3 : 9;
  };
  return phrases
    .filter((phrase) => !phrase.retired && rank(phrase) < 9)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, limit);
}

/** Variables of a phrase that nobody has filled in yet: `{tracking_no}`. Such a text is not sent (QP-15). */
export function unfilled(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{?\s*([a-z][a-z_]*)\s*\}?\}/g)].map((hole) => hole[1] as string))];
}

/** Where the first open variable stands, to be selected and typed over. */
export function firstHole(text: string): [number, number] | null {
  const match = /\{\{?\s*[a-z][a-z_]*\s*\}?\}/.exec(text);
  return match ? [match.index, match.index + match[0].length] : null;
}
