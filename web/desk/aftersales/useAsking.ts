import * as api from "@api/aftersales";
import type { Asking, Eligible, PriceDrop, Quote } from "@api/aftersales";
import type { CaseFields } from "@api/assist";
import type { Attachment } from "@api/types";
import { computed, reactive, ref, watch } from "vue";

const BACK = ["return_refund", "exchange", "repair"];
const PAUSE_MS = 250;

/** What an agent enters for a customer, beginning with what guided questions have brought (`start`); with every change it is asked again what that would come to. */
export function useAsking(order: Eligible, drops?: PriceDrop, start?: CaseFields) {
  const free = order.lines.filter((line) => line.free > 0);
  const asked: Record<string, number> = Object.fromEntries((start?.lines ?? []).map((line) => [line.order_line_id, line.qty]));
  const form = reactive({
    kind: drops ? ("price_adjust" as Asking["kind"]) : (order.kinds.find((one) => one === start?.kind) ?? order.kinds[0] ?? "refund_only"),
    qty: Object.fromEntries(order.lines.map((line) => [line.order_line_id, drops || free.length === 1 ? line.free : Math.min(line.free, asked[line.order_line_id] ?? 0)])) as Record<string, number>,
    becomes: {} as Record<string, string>,
    reason: (drops ? "price_drop" : (order.reasons.find((one) => one.reason === start?.reason)?.reason ?? "")) as Asking["reason"] | "",
    condition: (start?.condition ?? "") as NonNullable<Asking["condition"]> | "",
    method: order.return_methods[0] ?? null,
    text: start?.text ?? "",
    override: "",
    files: {} as Record<string, Attachment[]>,
  });
  const quote = ref<Quote | null>(null);
  const refusal = ref("");
  const weighing = ref(false);
  const returns = computed(() => BACK.includes(form.kind));
  const chosen = computed(() => order.lines.filter((line) => (form.qty[line.order_line_id] ?? 0) > 0));
  const whole = computed(() => Boolean(form.reason) && chosen.value.length > 0 && (form.kind !== "exchange" || chosen.value.every((line) => form.becomes[line.order_line_id])));

  const body = computed<Asking>(() => ({
    kind: form.kind,
    reason: form.reason || "no_reason",
    lines: chosen.value.map((line) => ({ order_line_id: line.order_line_id, qty: form.qty[line.order_line_id] ?? 1, ...(form.kind === "exchange" ? { sku_id: form.becomes[line.order_line_id] } : {}) })),
    ...(form.text.trim() ? { text: form.text.trim() } : {}),
    ...(form.condition ? { condition: form.condition } : {}),
    ...(start?.got_goods ? { got_goods: start.got_goods as NonNullable<Asking["got_goods"]> } : {}),
    ...(returns.value && form.method ? { return_method: form.method } : {}),
    ...(drops ? { cents: drops.cents, currency: drops.currency } : {}),
    evidence: Object.entries(form.files).filter(([, files]) => files.length).map(([kind, files]) => ({ kind: kind as NonNullable<Asking["evidence"]>[number]["kind"], file_ids: files.map((file) => file.id), note: "" })),
  }));

  let turn = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  async function weigh(): Promise<void> {
    const mine = ++turn;
    weighing.value = true;
    refusal.value = "";
    try {
      const found = await api.quote(order.order_id, body.value);
      if (mine === turn) quote.value = found;
    } catch (error) {
      if (mine !== turn) return;
      quote.value = null;
      refusal.value = (error as Error).message;
    } finally {
      if (mine === turn) weighing.value = false;
    }
  }
  watch(
    [body, whole],
    () => {
      clearTimeout(soon);
      if (!whole.value) quote.value = null;
      else soon = setTimeout(() => void weigh(), PAUSE_MS);
    },
    { deep: true, immediate: true },
  );
  return { form, quote, refusal, weighing, returns, whole, body };
}
