import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";
import { tokens } from "./ui/tokens.plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.XIAOER_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [vue(), tokens()],
  resolve: { alias: { "@ui": here("./ui"), "@api": here("./api"), "@desk": here("./desk") } },
  server: {
    proxy: {
      "/api": { target: server, ws: true },
      "/chat": { target: server, ws: true },
    },
  },
  build: {
    target: "es2022",
    outDir: "dist",
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: { desk: here("./desk.html") } },
  },
  test: {
    environment: "happy-dom",
    include: ["{ui,desk,api,shopper,tests}/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
  },
});
