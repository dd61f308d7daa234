import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { tokens } from "./ui/tokens.plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The shopper's pages, built apart from the desk: nothing of the desk in them. The chat, the published policies and the FAQ share what both need. */
export default defineConfig({
  plugins: [vue(), tokens()],
  resolve: { alias: { "@ui": here("./ui"), "@api": here("./api") } },
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { shopper: here("./shopper.html"), policies: here("./policies.html"), faq: here("./faq.html") } },
  },
});
