import { onScopeDispose, readonly, ref } from "vue";
import { locale } from "./locale";

const now = ref(Date.now());
let readers = 0;
let ticker: ReturnType<typeof setInterval> | undefined;

/** One shared second hand: however many clocks a page shows, there is one timer. */
export function useNow() {
  readers += 1;
  now.value = Date.now();
  ticker ??= setInterval(() => (now.value = Date.now()), 1000);
  onScopeDispose(() => {
    readers -= 1;
    if (readers === 0 && ticker) {
      clearInterval(ticker);
      ticker = undefined;
    }
  });
  return readonly(now);
}

/** Seconds as people read them on a clock: 0:42, 12:05, 3:07:10, then 2 天 3 时 / 2d 3h. */
export function spanText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [days, hours, minutes] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60];
  if (days > 0) return locale.value === "zh" ? `${days} 天 ${hours} 时` : `${days}d ${hours}h`;
  const tail = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** A length in words, for sentences: 45 秒 / 45 s, 3 分钟 / 3 min, 2 小时 5 分 / 2 h 5 min. */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const zh = locale.value === "zh";
  if (whole < 60) return zh ? `${whole} 秒` : `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return zh ? `${minutes} 分钟` : `${minutes} min`;
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) {
    const days = Math.floor(hours / 24);
    if (hours % 24 === 0) return zh ? `${days} 天` : `${days} d`;
    return zh ? `${days} 天 ${hours % 24} 小时` : `${days} d ${hours % 24} h`;
  }
  if (rest === 0) return zh ? `${hours} 小时` : `${hours} h`;
  return zh ? `${hours} 小时 ${rest} 分` : `${hours} h ${rest} min`;
}

const tag = () => (locale.value === "zh" ? "zh-CN" : "en-GB");

function dayNumber(at: Date): number {
  return Math.floor((at.getTime() - at.getTimezoneOffset() * 60000) / 86400000);
}

/** 14:05 today, 昨天 14:05 yesterday, 11-08 14:05 this year, else with the year. */
export function momentText(iso: string, reference: number = Date.now()): string {
  const at = new Date(iso);
  const clock = at.toLocaleTimeString(tag(), { hour: "2-digit", minute: "2-digit", hour12: false });
  const days = dayNumber(new Date(reference)) - dayNumber(at);
  if (days === 0) return clock;
  if (days === 1) return `${locale.value === "zh" ? "昨天" : "Yesterday"} ${clock}`;
  if (days === -1) return `${locale.value === "zh" ? "明天" : "Tomorrow"} ${clock}`;
  return `${dayText(iso, reference)} ${clock}`;
}

/** The day alone: 今天, 昨天, 11-08, 2025-11-08. */
export function dayText(iso: string, reference: number = Date.now()): string {
  const at = new Date(iso);
  const days = dayNumber(new Date(reference)) - dayNumber(at);
  if (days === 0) return locale.value === "zh" ? "今天" : "Today";
  if (days === 1) return locale.value === "zh" ? "昨天" : "Yesterday";
  const month = String(at.getMonth() + 1).padStart(2, "0");
  const day = String(at.getDate()).padStart(2, "0");
  return at.getFullYear() === new Date(reference).getFullYear() ? `${month}-${day}` : `${at.getFullYear()}-${month}-${day}`;
}

/** A day on record, always with its year: 2025-11-08. */
export function dateText(iso: string): string {
  return exactText(iso).slice(0, 10);
}

/** A moment on record, to the minute: 2025-11-08 14:05. */
export function recordText(iso: string): string {
  return exactText(iso).slice(0, 16);
}

/** Short time for a list row: 14:05 today, else the day. */
export function stampText(iso: string, reference: number = Date.now()): string {
  const sameDay = dayNumber(new Date(reference)) === dayNumber(new Date(iso));
  return sameDay ? momentText(iso, reference) : dayText(iso, reference);
}

/** Everything, for a hover: 2026-11-21 14:05:09. */
export function exactText(iso: string): string {
  return new Date(iso).toLocaleString("sv-SE", { hour12: false });
}
