import type { Board, Cause, Figure } from "@api/shipping";

export type { Figure };

/** In the order of urgency; the first with orders is where a morning begins. */
export const FIGURES: Figure[] = ["over", "last", "near", "soon", "overlooked", "threatened", "unscanned", "doubtful", "stalled", "returning", "owed"];
const BAD: Figure[] = ["over", "last", "overlooked", "doubtful"];

export const CAUSES: Cause[] = ["merchant", "courier", "customer", "force_majeure", "platform"];

export type View = "board" | "focus" | "reminders" | "delays" | "troubles" | "numbers";
/** The parts of the page, and the right each needs beyond seeing shipping at all. */
export const VIEWS: { key: View; needs?: string }[] = [{ key: "board" }, { key: "focus" }, { key: "reminders" }, { key: "delays" }, { key: "troubles" }, { key: "numbers" }];
export type Tab = Figure | Exclude<View, "board">;
const isView = (told: unknown): told is Exclude<View, "board"> => told !== "board" && VIEWS.some((one) => one.key === told);
export const tabOf = (told: unknown): Tab => (isView(told) || (FIGURES as unknown[]).includes(told) ? (told as Tab) : "over");
export const viewOf = (tab: Tab): View => (isView(tab) ? tab : "board");
export const isBad = (figure: Figure): boolean => BAD.includes(figure);

export interface Place {
  warehouse: string;
  courier: string;
}

/** A figure within the chosen warehouse and courier; `-` is what names none. */
export function within(board: Board | undefined, figure: Figure, place: Place): number {
  if (!board) return 0;
  if (!place.warehouse && !place.courier) return board.totals[figure] ?? 0;
  return board.places
    .filter((one) => (!place.warehouse || one.warehouse_id === place.warehouse) && (!place.courier || one.courier === place.courier))
    .reduce((sum, one) => sum + (one.figures[figure] ?? 0), 0);
}

export const couriersOf = (board: Board | undefined): string[] => [...new Set(board?.places.map((one) => one.courier).filter(Boolean) ?? [])].sort();
