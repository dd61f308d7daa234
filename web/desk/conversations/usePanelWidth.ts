import { computed, onBeforeUnmount, onMounted, ref } from "vue";
import { useSession } from "@desk/workforce/session";

export const LEAST = 300;
const MOST = 640;
const USUAL = 360;
const WIDE_USUAL = 440;
/** Rail, list and the least a talk needs; from 1800 px on the list is wider. */
const OTHERS = 56 + 320 + 480;
const WIDE = 1800;

/** The widest the side panel may be so that the talk keeps its room. */
export const most = (windowWidth: number): number => Math.max(LEAST, Math.min(MOST, windowWidth - OTHERS - (windowWidth >= WIDE ? 60 : 0)));
export const usual = (windowWidth: number): number => (windowWidth >= WIDE ? WIDE_USUAL : USUAL);
export const within = (wish: number, windowWidth: number): number => Math.round(Math.max(LEAST, Math.min(wish, most(windowWidth))));

/** How wide this person likes the side panel, kept with their other wishes. */
export function usePanelWidth() {
  const session = useSession();
  const room = ref(innerWidth);
  const wish = ref<number | null>(session.likes<number | null>("panel_width", null));
  const measure = () => (room.value = innerWidth);
  onMounted(() => window.addEventListener("resize", measure));
  onBeforeUnmount(() => window.removeEventListener("resize", measure));

  const width = computed(() => within(wish.value ?? usual(room.value), room.value));
  const keep = () => void session.prefer({ panel_width: wish.value }).catch(() => {});
  return { width, most: computed(() => most(room.value)), set: (next: number | null) => (wish.value = next === null ? null : within(next, room.value)), keep };
}
export type PanelWidth = ReturnType<typeof usePanelWidth>;
