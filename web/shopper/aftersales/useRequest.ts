import { computed, reactive, ref } from "vue";
import type { Refusal } from "../api";
import * as api from "./api";
import { makeKeys } from "@ui/once";
import { answered, begun, bodyOf, chosenLines, questions, type Question } from "./request";
import type { Eligible, Followed, Quote } from "./types";

/** A request being made: which question is asked, what it would come to, and sending it once. */
export function useRequest(order: Eligible) {
  const answers = reactive(begun(order));
  const quote = ref<Quote | null>(null);
  const at = ref<Question>(questions(order, answers, null)[0]!);
  const busy = ref(false);
  const refusal = ref<Refusal | null>(null);
  const keys = makeKeys();
  let weighing = 0;

  const asked = computed(() => questions(order, answers, quote.value));
  const number = computed(() => asked.value.indexOf(at.value) + 1);
  const ready = computed(() => answered(at.value, order, answers, quote.value));
  const lines = computed(() => chosenLines(order, answers));

  /** Asks what it would come to, with all that was answered. False: it is not possible like this. */
  async function weigh(): Promise<boolean> {
    const turn = ++weighing;
    refusal.value = null;
    busy.value = true;
    try {
      const found = await api.quote(order.order_id, bodyOf(order, answers));
      if (turn === weighing) quote.value = found;
      return true;
    } catch (error) {
      if (turn === weighing) refusal.value = error as Refusal;
      return false;
    } finally {
      if (turn === weighing) busy.value = false;
    }
  }

  async function next(): Promise<void> {
    if (!ready.value) return;
    refusal.value = null;
    const before = at.value;
    // From the reason on everything that decides is known: the next screens depend on the quote.
    const decides = before === "reason" ? answers.kind !== "price_adjust" && answers.kind !== "exchange" : before !== "items" && before !== "kind";
    if (decides && !(await weigh())) return;
    const following = asked.value[asked.value.indexOf(before) + 1];
    if (following) at.value = following;
  }

  /** False: this was the first question. */
  function back(): boolean {
    refusal.value = null;
    const before = asked.value[asked.value.indexOf(at.value) - 1];
    if (before) at.value = before;
    return Boolean(before);
  }

  async function submit(): Promise<Followed | null> {
    const body = bodyOf(order, answers, quote.value);
    busy.value = true;
    refusal.value = null;
    try {
      const made = await api.open(order.order_id, body, keys.keyFor(body));
      keys.answered();
      return made;
    } catch (error) {
      refusal.value = error as Refusal;
      if (!(error as Refusal).passing) keys.answered();
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { order, answers, quote, at, asked, number, ready, busy, refusal, lines, weigh, next, back, submit };
}
export type Request = ReturnType<typeof useRequest>;
