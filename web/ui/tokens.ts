/**
 * Every colour, size and duration of both apps, once.
 * The build turns this file into CSS custom properties (`virtual:tokens.css`);
 * the desk's component theme reads the same values.
 */
export type Tone = "calm" | "near" | "late" | "kept" | "paused";

const light = {
  paper: "#FBFBF9",
  raised: "#FFFFFF",
  sunken: "#F3F3EF",
  line: "#E6E6E1",
  "line-strong": "#CFCFC8",
  ink: "#1B1E22",
  "ink-2": "#5B6168",
  // Shapes and disabled marks only: too light for words on paper.
  "ink-3": "#8A9098",
  brand: "#16697A",
  "brand-hover": "#125866",
  "brand-soft": "#E5F0F2",
  "brand-ink": "#125866",
  "on-brand": "#FFFFFF",
  amber: "#B26A00",
  "amber-ink": "#8F5500",
  "amber-soft": "#FBF0DC",
  red: "#C0362C",
  "red-ink": "#B02E25",
  "red-soft": "#FBE9E6",
  green: "#2E7D4F",
  "green-ink": "#286E46",
  "green-soft": "#E4F2E9",
  note: "#FBF5E3",
  "note-line": "#EADDB6",
  "note-ink": "#5F4C17",
  bubble: "#E5F0F2",
  "bubble-line": "#D3E4E8",
  hover: "#F2F2EE",
  selected: "#EAF2F3",
  mark: "#FFE9A8",
  scrim: "rgba(20, 23, 26, 0.40)",
  shadow: "0 1px 2px rgba(20, 23, 26, 0.05), 0 8px 28px rgba(20, 23, 26, 0.10)",
};

const dark: typeof light = {
  paper: "#14171A",
  raised: "#1B1F23",
  sunken: "#101315",
  line: "#2B3035",
  "line-strong": "#414850",
  ink: "#E8EAEC",
  "ink-2": "#A4ABB2",
  "ink-3": "#7A828A",
  brand: "#5FB3C4",
  "brand-hover": "#7CC4D2",
  "brand-soft": "#1B3238",
  "brand-ink": "#7CC4D2",
  "on-brand": "#0C2026",
  amber: "#DE9A34",
  "amber-ink": "#E8AC52",
  "amber-soft": "#352A17",
  red: "#E5675C",
  "red-ink": "#F0857B",
  "red-soft": "#3A2220",
  green: "#57B27E",
  "green-ink": "#6EC293",
  "green-soft": "#1B3025",
  note: "#2B2616",
  "note-line": "#463D20",
  "note-ink": "#E3D3A0",
  bubble: "#1D3238",
  "bubble-line": "#27434B",
  hover: "#22272C",
  selected: "#1F2D32",
  mark: "#5C4A16",
  scrim: "rgba(0, 0, 0, 0.55)",
  shadow: "0 1px 2px rgba(0, 0, 0, 0.4), 0 10px 30px rgba(0, 0, 0, 0.45)",
};

export const palettes = { light, dark };

export const scale = {
  font: '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", monospace',
  "text-12": "12px",
  "text-13": "13px",
  "text-14": "14px",
  "text-16": "16px",
  "text-20": "20px",
  "text-28": "28px",
  "leading-talk": "1.5",
  "leading-table": "1.35",
  "space-1": "4px",
  "space-2": "8px",
  "space-3": "12px",
  "space-4": "16px",
  "space-5": "20px",
  "space-6": "24px",
  "space-8": "32px",
  "space-12": "48px",
  radius: "6px",
  "radius-card": "10px",
  quick: "120ms",
  rail: "56px",
  list: "320px",
  panel: "360px",
};

const block = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}:${value};`)
    .join("");

/** The tokens as a style sheet; `data-theme` wins over the system's wish. */
export function tokensCss(): string {
  return [
    `:root,:host{color-scheme:light;${block(scale)}${block(light)}}`,
    `@media (prefers-color-scheme: dark){:root:not([data-theme="light"]),:host(:not([data-theme="light"])){color-scheme:dark;${block(dark)}}}`,
    `:root[data-theme="dark"],:host([data-theme="dark"]),[data-theme="dark"]{color-scheme:dark;${block(dark)}}`,
    `@media (prefers-reduced-motion: reduce){:root,:host{--quick:0ms;}}`,
  ].join("\n");
}
