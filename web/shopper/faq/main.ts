import "virtual:tokens.css";
import "@ui/base.css";
import "../shopper.css";
import { createApp } from "vue";
import { chooseLocale } from "@ui/locale";
import { chooseTheme } from "@ui/theme";
import { recall } from "../keep";
import Faq from "./Faq.vue";
import { shopCode } from "./faq";

const asked = new URLSearchParams(location.search);
const language = asked.get("lang") ?? recall<string>(shopCode, "lang") ?? navigator.language;
chooseLocale(language.toLowerCase().startsWith("zh") ? "zh" : "en");
const theme = asked.get("theme");
if (theme === "light" || theme === "dark") chooseTheme(theme);

createApp(Faq).mount("#app");
