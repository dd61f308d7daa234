/** The one script of a shop's page: a button, and the chat of the shop's desk in a frame of its own origin. */
import type { Identity } from "./types";
import { frameCss } from "./widget.css.ts";

interface Api {
  open: () => void;
  close: () => void;
  /** Whom the shop's server vouches for; null when the customer signs out. */
  identify: (identity: Identity | null) => void;
}
declare global {
  interface Window {
    Xiaoer?: Api;
  }
}

const TALKED = "xiaoer:talked";
const WORDS = {
  zh: { open: "联系客服", close: "收起客服对话", title: "客服对话", unread: "{n} 条新消息" },
  en: { open: "Ask customer service", close: "Close the chat", title: "Customer service", unread: "{n} new messages" },
};

/** 二: two strokes, the lower longer. */
function mark(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 32 32");
  svg.setAttribute("aria-hidden", "true");
  for (const [x, y, width] of [[9.5, 9.6, 13], [6, 19, 20]]) {
    const stroke = document.createElementNS(svg.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ x, y, width, height: 3.6, rx: 1.8 })) stroke.setAttribute(name, String(value));
    svg.append(stroke);
  }
  return svg;
}

function start(script: HTMLScriptElement): Api | null {
  const shop = script.dataset.shop;
  if (!shop || !script.src) return null;
  const desk = new URL(script.src).origin;
  const language = (script.dataset.lang ?? document.documentElement.lang) || navigator.language;
  const words = WORDS[language.toLowerCase().startsWith("zh") ? "zh" : "en"];

  const root = document.createElement("div");
  root.dataset.xiaoer = shop;
  if (script.dataset.theme) root.dataset.theme = script.dataset.theme;
  const shadow = root.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(frameCss);
  shadow.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.append(mark());
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.hidden = true;
  button.append(badge);
  const panel = document.createElement("div");
  panel.className = "panel";
  panel.hidden = true;
  shadow.append(panel, button);

  let frame: HTMLIFrameElement | null = null;
  let identity: Identity | null = null;
  let unread = 0;
  let ready = false;

  const tell = (message: object) => ready && frame?.contentWindow?.postMessage(message, desk);
  const shown = () => !panel.hidden;

  function load(): void {
    if (frame) return;
    frame = document.createElement("iframe");
    const asked = new URLSearchParams({ embed: "1", host: location.origin, lang: language });
    if (script.dataset.theme) asked.set("theme", script.dataset.theme);
    frame.src = `${desk}/chat/${encodeURIComponent(shop as string)}?${asked}`;
    frame.title = words.title;
    frame.allow = "clipboard-write";
    panel.append(frame);
  }

  function show(open: boolean): void {
    load();
    panel.hidden = !open;
    root.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
    label();
    tell({ type: "xiaoer:shown", open });
    if (open) frame?.focus();
    else button.focus();
  }

  function label(): void {
    const count = shown() ? 0 : unread;
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? "99+" : String(count);
    const name = shown() ? words.close : words.open;
    button.setAttribute("aria-label", count ? `${name}，${words.unread.replace("{n}", String(count))}` : name);
  }

  function remember(): void {
    try {
      localStorage.setItem(TALKED, shop as string);
    } catch {
      // Without storage the count of new messages shows only after the chat was opened.
    }
  }

  function talked(): boolean {
    try {
      return localStorage.getItem(TALKED) === shop;
    } catch {
      return false;
    }
  }

  window.addEventListener("message", (event) => {
    if (event.origin !== desk || !frame || event.source !== frame.contentWindow) return;
    const message = event.data as { type?: string; count?: number };
    if (message.type === "xiaoer:ready") {
      ready = true;
      tell({ type: "xiaoer:hello", identity, open: shown() });
    } else if (message.type === "xiaoer:close") show(false);
    else if (message.type === "xiaoer:talked") remember();
    else if (message.type === "xiaoer:unread") {
      unread = Math.max(0, Number(message.count) || 0);
      label();
    }
  });
  button.addEventListener("click", () => show(!shown()));
  label();
  button.setAttribute("aria-expanded", "false");

  const mount = () => {
    document.body.append(root);
    // Somebody who wrote before is told of an answer without opening the chat.
    if (talked()) setTimeout(load, 1200);
  };
  if (document.body) mount();
  else document.addEventListener("DOMContentLoaded", mount);

  return {
    open: () => show(true),
    close: () => show(false),
    identify: (who) => {
      identity = who;
      tell({ type: "xiaoer:identity", identity: who });
    },
  };
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.Xiaoer) {
  const api = start(script);
  if (api) window.Xiaoer = api;
}
