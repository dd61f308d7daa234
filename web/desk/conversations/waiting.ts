import type { Row } from "@api/types";

/** 千牛's habit: from here a row darkens, second by second, until it is as dark as it gets. */
export const WATCHED_SEC = 100;
const DARKEST_SEC = 300;

export const waitedSec = (row: Row, now: number): number => (row.waiting_since ? Math.max(0, (now - Date.parse(row.waiting_since)) / 1000) : 0);

/** How dark a row is, 0 … 1; 0 until the watch begins. */
export function darkness(row: Row, now: number): number {
  const over = waitedSec(row, now) - WATCHED_SEC;
  return over < 0 ? 0 : Math.min(1, 0.25 + (0.75 * over) / (DARKEST_SEC - WATCHED_SEC));
}

/** Who waits too long, the longest first: one notice speaks for all of them. */
export function tooLong(rows: Row[], now: number): Row[] {
  return rows.filter((row) => row.state === "open" && waitedSec(row, now) >= WATCHED_SEC).sort((a, b) => Date.parse(a.waiting_since!) - Date.parse(b.waiting_since!));
}
