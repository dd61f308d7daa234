export type Week = Record<string, [string, string][]>;

const SPAN = /^([01]?\d|2[0-3]):([0-5]\d)\s*[-–~至]\s*([01]?\d|2[0-4]):([0-5]\d)$/;
const two = (part: string) => part.padStart(2, "0");

/** `09:00-12:00 13:00-18:00` → intervals; null when a piece cannot be read. An end before its start runs past midnight. */
export function intervals(text: string): [string, string][] | null {
  const pieces = text.replace(/\s*([-–~至])\s*/g, "$1").split(/[,，;；、\s]+/).map((piece) => piece.trim()).filter(Boolean);
  const read = pieces.map((piece) => SPAN.exec(piece));
  if (read.some((match) => !match)) return null;
  return read.map((match) => [`${two(match?.[1] ?? "")}:${match?.[2]}`, `${two(match?.[3] ?? "")}:${match?.[4]}`]);
}

export const hoursText = (spans: readonly (readonly string[])[] | undefined): string => (spans ?? []).map(([from, to]) => `${from}-${to}`).join(" ");
