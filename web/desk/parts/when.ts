/** What a field for a local date and time holds, for a moment: 2026-11-02T10:01. */
export function fieldTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

export const fieldOf = (iso: string | null | undefined): string => (iso ? fieldTime(new Date(iso)) : "");

/** What was entered in such a field; empty: no moment. */
export const momentOf = (field: string): string | null => (field ? new Date(field).toISOString() : null);
