import "virtual:tokens.css";
import "@ui/base.css";
import "@ui/controls.css";
import "./parts/settings.css";
import { ApiError, onSignedOut } from "@api/client";
import { told } from "@ui/toast";
import { QueryClient, VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { i18n, speak, t } from "./i18n";
import { newsOf, openDesk } from "./live";
import { ring } from "./shell/ring";
import { makeRouter } from "./router";
import { useSession } from "./workforce/session";

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // A refusal will not change by asking again; a server that is away may come back.
      retry: (count, error) => count < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status === 503),
    },
  },
});

// Chinese unless the reader's browser asks for other languages only.
speak(navigator.languages.some((one) => one.startsWith("zh")) ? "zh" : "en");
const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: cache });
const session = useSession();
const router = makeRouter(session);
const leave = (): void => {
  session.forget();
  void router.push({ name: "sign-in", query: { to: router.currentRoute.value.fullPath } });
};
const LATE: Record<string, string> = { HoldExpired: "hold.expired", HoldReminded: "hold.expiring" };
openDesk(
  cache,
  () => session.id,
  leave,
  () => session.likes("sound", false) && document.hidden && ring(),
  (row, kind) => told(t(LATE[kind] ?? "talk.waitedTooLong", { name: row.customer.name })),
);
newsOf.set("SittingNear", ({ data }) => told(t(data?.agent_id === session.id ? "training.nearMine" : "training.near", { name: data?.name, title: data?.title })));
onSignedOut(leave);
app.use(router).mount("#app");
