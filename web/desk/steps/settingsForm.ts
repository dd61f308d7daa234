/** Lines of a text as a list; empty ones are left out. */
export const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** Cents as they are entered. */
export const yuan = (cents: number) => (cents / 100).toFixed(2);

/** What is different in `made`, by name. */
export function changedOf<T extends object>(held: T, made: T): Partial<T> {
  const names = (Object.keys(held) as (keyof T)[]).filter((name) => JSON.stringify(held[name]) !== JSON.stringify(made[name]));
  return Object.fromEntries(names.map((name) => [name, made[name]])) as Partial<T>;
}
