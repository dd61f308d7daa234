import "virtual:tokens.css";
import "@ui/base.css";
import { createApp } from "vue";
import Mark from "@ui/Mark.vue";

createApp(Mark).mount("#app");
