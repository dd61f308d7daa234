import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { tokens } from "./ui/tokens.plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The one script a shop puts into its page: a single file, no hash, no chunks. */
export default defineConfig({
  plugins: [vue(), tokens()],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  resolve: { alias: { "@ui": here("./ui"), "@api": here("./api") } },
  publicDir: false,
  build: {
    target: "es2020",
    outDir: "dist",
    emptyOutDir: false,
    lib: {
      entry: here("./shopper/widget.ts"),
      formats: ["iife"],
      name: "XiaoerWidget",
      fileName: () => "widget.js",
    },
  },
});
