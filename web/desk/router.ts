import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { t } from "./i18n";
import { homeOf } from "./shell/pages";
import type { useSession } from "./workforce/session";

declare module "vue-router" {
  interface RouteMeta {
    /** Reached without signing in. */
    open?: boolean;
    /** Key of the page's name. */
    title?: string;
    /** Permission without which the page is not offered. */
    needs?: string;
    /** The page on the rail it belongs to, where the name does not tell. */
    under?: string;
  }
}

const routes: RouteRecordRaw[] = [
  { path: "/", redirect: "/desk" },
  // Never shown: the guard below sends everybody to the page their work begins on.
  { path: "/desk", name: "home", component: () => import("./shell/Lost.vue") },
  { path: "/desk/sign-in", name: "sign-in", component: () => import("./workforce/SignIn.vue"), meta: { open: true, title: "session.signIn" } },
  { path: "/setup", name: "setup", component: () => import("./workforce/Setup.vue"), meta: { open: true, title: "session.setup" } },
  { path: "/desk/inbox/:view?/:id?", name: "inbox", component: () => import("./conversations/Inbox.vue"), meta: { title: "pages.inbox", needs: "conversations:read" } },
  { path: "/desk/calls", name: "calls", component: () => import("./calls/Calls.vue"), meta: { title: "pages.calls", needs: "conversations:read" } },
  { path: "/desk/calls/:id", name: "call", component: () => import("./calls/CallPage.vue"), meta: { title: "pages.calls", needs: "conversations:read" } },
  { path: "/desk/orders", name: "orders", component: () => import("./orders/Orders.vue"), meta: { title: "pages.orders", needs: "orders:read" } },
  { path: "/desk/orders/:id", name: "order", component: () => import("./orders/OrderPage.vue"), meta: { title: "pages.orders", needs: "orders:read" } },
  { path: "/desk/aftersales/:tab?", name: "aftersales", component: () => import("./aftersales/Queues.vue"), meta: { title: "pages.aftersales", needs: "aftersales:read" } },
  { path: "/desk/case-reports/:report?", name: "caseReports", component: () => import("./aftersales/Reports.vue"), meta: { title: "pages.caseReports", needs: "aftersales:read" } },
  { path: "/desk/recoveries", name: "recoveries", component: () => import("./aftersales/Recoveries.vue"), meta: { title: "pages.recoveries", needs: "aftersales:read", under: "aftersales" } },
  { path: "/desk/case-settings", name: "caseSettings", component: () => import("./aftersales/CaseSettings.vue"), meta: { title: "pages.caseSettings", needs: "aftersales:manage" } },
  { path: "/desk/warehouse/:tab?", name: "warehouse", component: () => import("./aftersales/Warehouse.vue"), meta: { title: "pages.warehouse", needs: "aftersales:receive" } },
  { path: "/desk/shipping/:tab?", name: "shipping", component: () => import("./shipping/Shipping.vue"), meta: { title: "pages.shipping", needs: "shipping:read" } },
  { path: "/desk/steps/:queue?", name: "steps", component: () => import("./steps/Steps.vue"), meta: { title: "pages.steps", needs: "orders:confirm" } },
  { path: "/desk/cases/:id", name: "case", component: () => import("./aftersales/CasePage.vue"), meta: { title: "pages.aftersales", needs: "aftersales:read", under: "aftersales" } },
  { path: "/desk/step-settings", name: "stepSettings", component: () => import("./steps/StepSettings.vue"), meta: { title: "pages.stepSettings", needs: "shops:manage" } },
  { path: "/desk/presale", name: "presale", component: () => import("./steps/Presale.vue"), meta: { title: "pages.presale", needs: "conversations:manage" } },
  { path: "/desk/handovers", name: "handovers", component: () => import("./conversations/Handovers.vue"), meta: { title: "pages.handovers", needs: "conversations:reply" } },
  { path: "/desk/customers", name: "customers", component: () => import("./customers/Customers.vue"), meta: { title: "pages.customers", needs: "customers:read" } },
  { path: "/desk/customers/:id", name: "customer", component: () => import("./customers/CustomerPage.vue"), meta: { title: "pages.customers", needs: "customers:read" } },
  { path: "/desk/stock/:tab?", name: "stock", component: () => import("./catalog/Stock.vue"), meta: { title: "pages.stock", needs: "catalog:read" } },
  { path: "/desk/phrases/:tab?", name: "phrases", component: () => import("./phrases/Phrases.vue"), meta: { title: "pages.phrases", needs: "phrases:read" } },
  { path: "/desk/reply-checks", name: "replyChecks", component: () => import("./phrases/ReplyChecks.vue"), meta: { title: "pages.replyChecks", needs: "phrases:edit" } },
  { path: "/desk/knowledge/:tab?", name: "knowledge", component: () => import("./knowledge/Knowledge.vue"), meta: { title: "pages.knowledge", needs: "knowledge:read" } },
  { path: "/desk/articles/:id", name: "article", component: () => import("./knowledge/ArticlePage.vue"), meta: { title: "pages.knowledge", needs: "knowledge:read", under: "knowledge" } },
  { path: "/desk/tasks/:id?", name: "tasks", component: () => import("./tasks/Tasks.vue"), meta: { title: "pages.tasks", needs: "tasks:read" } },
  { path: "/desk/training/:tab?", name: "training", component: () => import("./training/Training.vue"), meta: { title: "pages.training", needs: "training:sit" } },
  { path: "/desk/tests/:id", name: "test", component: () => import("./training/TestPage.vue"), meta: { title: "pages.training", needs: "training:sit", under: "training" } },
  { path: "/desk/people/:tab?", name: "people", component: () => import("./workforce/People.vue"), meta: { title: "pages.people", needs: "workforce:read" } },
  { path: "/desk/figures/:tab?", name: "figures", component: () => import("./metrics/Figures.vue"), meta: { title: "pages.figures", needs: "metrics:read" } },
  { path: "/desk/quality/:tab?", name: "quality", component: () => import("./quality/Quality.vue"), meta: { title: "pages.quality", needs: "conversations:read" } },
  { path: "/desk/losses", name: "losses", component: () => import("./conversations/Losses.vue"), meta: { title: "pages.losses", needs: "conversations:read" } },
  { path: "/desk/holds", name: "holds", component: () => import("./conversations/Holds.vue"), meta: { title: "pages.holds", needs: "conversations:manage" } },
  { path: "/desk/hard-talks", name: "hardTalks", component: () => import("./assist/HardTalks.vue"), meta: { title: "pages.hardTalks", needs: "conversations:manage" } },
  { path: "/desk/imports", name: "imports", component: () => import("./connectors/Imports.vue"), meta: { title: "pages.imports", needs: "connectors:import" } },
  { path: "/desk/channels", name: "channels", component: () => import("./channels/Channels.vue"), meta: { title: "pages.channels", needs: "channels:manage" } },
  { path: "/desk/auto-replies", name: "autoReplies", component: () => import("./channels/AutoReplies.vue"), meta: { title: "pages.autoReplies", needs: "channels:manage" } },
  { path: "/desk/policies", name: "policies", component: () => import("./policies/Policies.vue"), meta: { title: "pages.policies", needs: "policies:read" } },
  { path: "/desk/policies/:id", name: "policy", component: () => import("./policies/PolicyPage.vue"), meta: { title: "pages.policies", needs: "policies:read", under: "policies" } },
  { path: "/desk/automations", name: "automations", component: () => import("./policies/Automations.vue"), meta: { title: "pages.automations", needs: "policies:read" } },
  { path: "/desk/settings", name: "settings", component: () => import("./workforce/Settings.vue"), meta: { title: "pages.settings" } },
  { path: "/:rest(.*)*", name: "lost", component: () => import("./shell/Lost.vue"), meta: { title: "pages.lost" } },
];

export function makeRouter(session: ReturnType<typeof useSession>) {
  const router = createRouter({ history: createWebHistory(), routes });
  router.beforeEach(async (to) => {
    if (!session.known) await session.load();
    if (!to.meta.open && !session.me) return { name: "sign-in", query: to.name === "home" ? {} : { to: to.fullPath } };
    if (to.name === "sign-in" && session.me) return "/";
    if (to.name === "home") return homeOf(session.may);
    if (to.meta.needs && !session.may(to.meta.needs)) return { name: "lost", params: { rest: to.path.slice(1).split("/") } };
    return true;
  });
  router.afterEach((to) => {
    document.title = `${to.meta.title ? `${t(to.meta.title)} · ` : ""}${t("common.brand")}`;
  });
  return router;
}
