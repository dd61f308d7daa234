import type { Plugin } from "vite";
import { tokensCss } from "./tokens.ts";

const NAME = "virtual:tokens.css";

/** Makes `import "virtual:tokens.css"` (or `?inline`) mean the style sheet written from tokens.ts. */
export function tokens(): Plugin {
  return {
    name: "xiaoer-tokens",
    resolveId: (id) => (id === NAME || id.startsWith(`${NAME}?`) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${NAME}`) ? tokensCss() : undefined),
  };
}
