import type { Tone } from "./tokens";

export interface Waiting {
  /** ISO time since which somebody waits. */
  since: string;
  targetSec: number;
  amberRatio: number;
}

/** Colour of somebody waiting: calm, near from amberRatio of the target, late from the target on (RSP-4). */
export function waitingTone(wait: Waiting, now: number): Tone {
  const waited = (now - Date.parse(wait.since)) / 1000;
  if (waited >= wait.targetSec) return "late";
  return waited >= wait.targetSec * wait.amberRatio ? "near" : "calm";
}

export interface Due {
  due: string;
  start?: string | null;
  pausedAt?: string | null;
  keptAt?: string | null;
}

/** Colour of a promise with a due time; without a start, near means the last quarter of an hour. */
export function dueTone(promise: Due, now: number): Tone {
  if (promise.keptAt) return "kept";
  if (promise.pausedAt) return "paused";
  const left = (Date.parse(promise.due) - now) / 1000;
  if (left <= 0) return "late";
  const whole = promise.start ? (Date.parse(promise.due) - Date.parse(promise.start)) / 1000 : 3600;
  return left <= whole / 4 ? "near" : "calm";
}
