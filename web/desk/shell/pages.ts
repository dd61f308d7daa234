import { ArrowLeftRight, BadgePercent, BookOpenText, ChartNoAxesColumn, ClipboardCheck, FileInput, Flame, Gauge, GraduationCap, HandCoins, Hourglass, Inbox, Library, ListChecks, ListTodo, MessageSquareReply, Package, Phone, Radio, RotateCcw, Scale, ShoppingBag, SpellCheck, Users, UsersRound, Settings2, SlidersHorizontal, Truck, Warehouse, Zap } from "lucide-vue-next";
import type { Component } from "vue";

/** Pages that are not opened all day long stand behind one button of the rail each. */
export const SHELVES = { words: BookOpenText, numbers: ChartNoAxesColumn, house: SlidersHorizontal } satisfies Record<string, Component>;
export type Shelf = keyof typeof SHELVES;

export interface PageLink {
  name: string;
  icon: Component;
  needs: string;
  /** By itself on the rail, on a shelf there, or reached from other pages and the palette alone. */
  on: "rail" | Shelf | null;
}

/** Every page of the desk, in the order of the rail. */
export const PAGES: PageLink[] = [
  { name: "inbox", icon: Inbox, needs: "conversations:read", on: "rail" },
  { name: "calls", icon: Phone, needs: "conversations:read", on: "rail" },
  { name: "orders", icon: ShoppingBag, needs: "orders:read", on: "rail" },
  { name: "aftersales", icon: RotateCcw, needs: "aftersales:read", on: "rail" },
  { name: "caseReports", icon: ChartNoAxesColumn, needs: "aftersales:read", on: "numbers" },
  { name: "recoveries", icon: HandCoins, needs: "aftersales:read", on: null },
  { name: "caseSettings", icon: Settings2, needs: "aftersales:manage", on: "house" },
  { name: "stepSettings", icon: Settings2, needs: "shops:manage", on: "house" },
  { name: "warehouse", icon: Warehouse, needs: "aftersales:receive", on: "rail" },
  { name: "shipping", icon: Truck, needs: "shipping:read", on: "rail" },
  { name: "steps", icon: ListChecks, needs: "orders:confirm", on: "rail" },
  { name: "customers", icon: Users, needs: "customers:read", on: "rail" },
  { name: "stock", icon: Package, needs: "catalog:read", on: "rail" },
  { name: "tasks", icon: ListTodo, needs: "tasks:read", on: "rail" },
  { name: "phrases", icon: BookOpenText, needs: "phrases:read", on: "words" },
  { name: "knowledge", icon: Library, needs: "knowledge:read", on: "words" },
  { name: "training", icon: GraduationCap, needs: "training:sit", on: "words" },
  { name: "replyChecks", icon: SpellCheck, needs: "phrases:edit", on: "words" },
  { name: "presale", icon: BadgePercent, needs: "conversations:manage", on: "numbers" },
  { name: "figures", icon: Gauge, needs: "metrics:read", on: "numbers" },
  { name: "quality", icon: ClipboardCheck, needs: "conversations:read", on: "numbers" },
  { name: "losses", icon: ChartNoAxesColumn, needs: "conversations:read", on: "numbers" },
  { name: "holds", icon: Hourglass, needs: "conversations:manage", on: "numbers" },
  { name: "hardTalks", icon: Flame, needs: "conversations:manage", on: "numbers" },
  { name: "policies", icon: Scale, needs: "policies:read", on: "house" },
  { name: "automations", icon: Zap, needs: "policies:read", on: "house" },
  { name: "people", icon: UsersRound, needs: "workforce:manage", on: "house" },
  { name: "channels", icon: Radio, needs: "channels:manage", on: "house" },
  { name: "autoReplies", icon: MessageSquareReply, needs: "channels:manage", on: "house" },
  { name: "imports", icon: FileInput, needs: "connectors:import", on: "house" },
  { name: "handovers", icon: ArrowLeftRight, needs: "conversations:reply", on: null },
  { name: "settings", icon: Settings2, needs: "", on: null },
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
  const name = HOMES.find(([needs]) => may(needs))?.[1] ?? PAGES.find((page) => page.on && may(page.needs))?.name ?? "settings";
  return name === "inbox" ? { name, params: { view: "mine" } } : { name };
}
