import type { Consent, ConsentKind } from "@api/types";

export const KINDS: ConsentKind[] = ["service", "marketing"];

export interface Standing {
  kind: ConsentKind;
  /** The consent that holds, or else the last one that was withdrawn. */
  last: Consent | undefined;
  given: boolean;
  /** All but `last`, newest first. */
  earlier: Consent[];
}

/** What holds for each purpose, and what was said before. */
export function standings(consents: Consent[]): Standing[] {
  return KINDS.map((kind) => {
    const of = consents.filter((one) => one.kind === kind).sort((a, b) => moment(b).localeCompare(moment(a)));
    const holds = of.find((one) => !one.withdrawn_at);
    const last = holds ?? of[0];
    return { kind, last, given: holds !== undefined, earlier: of.filter((one) => one !== last) };
  });
}
const moment = (one: Consent) => one.withdrawn_at ?? one.given_at;
