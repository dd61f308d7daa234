import { BookOpenText, ChartNoAxesColumn, FileInput, HandCoins, Hourglass, Inbox, ListChecks, ListTodo, Package, Radio, RotateCcw, Scale, ShoppingBag, SpellCheck, Users, UsersRound, Settings2, Truck, Warehouse, Zap } from "lucide-vue-next";
import type { Component } from "vue";

export interface PageLink {
  name: string;
  icon: Component;
  needs: string;
  /** On the rail; the rest is reached by palette and settings. */
  rail: boolean;
}

/** Every page of the desk, in the order of the rail. */
export const PAGES: PageLink[] = [
  { name: "inbox", icon: Inbox, needs: "conversations:read", rail: true },
  { name: "orders", icon: ShoppingBag, needs: "orders:read", rail: true },
  { name: "aftersales", icon: RotateCcw, needs: "aftersales:read", rail: true },
  { name: "caseReports", icon: ChartNoAxesColumn, needs: "aftersales:read", rail: false },
  { name: "recoveries", icon: HandCoins, needs: "aftersales:read", rail: false },
  { name: "caseSettings", icon: Settings2, needs: "aftersales:manage", rail: false },
  { name: "warehouse", icon: Warehouse, needs: "aftersales:receive", rail: true },
  { name: "shipping", icon: Truck, needs: "shipping:read", rail: true },
  { name: "steps", icon: ListChecks, needs: "orders:confirm", rail: true },
  { name: "customers", icon: Users, needs: "customers:read", rail: true },
  { name: "stock", icon: Package, needs: "catalog:read", rail: true },
  { name: "tasks", icon: ListTodo, needs: "tasks:read", rail: true },
  { name: "phrases", icon: BookOpenText, needs: "phrases:read", rail: true },
  { name: "replyChecks", icon: SpellCheck, needs: "phrases:edit", rail: false },
  { name: "losses", icon: ChartNoAxesColumn, needs: "conversations:read", rail: true },
  { name: "holds", icon: Hourglass, needs: "conversations:manage", rail: false },
  { name: "policies", icon: Scale, needs: "policies:read", rail: true },
  { name: "automations", icon: Zap, needs: "policies:read", rail: false },
  { name: "people", icon: UsersRound, needs: "workforce:manage", rail: true },
  { name: "channels", icon: Radio, needs: "channels:manage", rail: true },
  { name: "imports", icon: FileInput, needs: "connectors:import", rail: true },
  { name: "settings", icon: Settings2, needs: "", rail: false },
];

/** Where each kind of work begins; the first that a person may do is where they land. */
const HOMES: [needs: string, page: string][] = [
  ["conversations:reply", "inbox"],
  ["aftersales:receive", "warehouse"],
  ["shipping:answer", "shipping"],
  ["conversations:read", "inbox"],
  ["aftersales:read", "aftersales"],
];

/** The page somebody lands on after signing in: always one they may enter. */
export function homeOf(may: (permission: string) => boolean): { name: string; params?: Record<string, string> } {
  const name = HOMES.find(([needs]) => may(needs))?.[1] ?? PAGES.find((page) => page.rail && may(page.needs))?.name ?? "settings";
  return name === "inbox" ? { name, params: { view: "mine" } } : { name };
}
