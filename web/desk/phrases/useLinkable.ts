import * as phrases from "@api/phrases";
import * as policies from "@api/policies";
import * as shop from "@api/shop";
import { locale } from "@ui/locale";
import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { shipping } from "@desk/i18n/words/shipping";
import { useCouriers } from "@desk/shipping/couriers";
import { useI18n } from "vue-i18n";
import { useSession } from "@desk/workforce/session";

const title = (one: policies.Policy) => one.title?.[locale.value] ?? one.table;
const CHANNELS = ["webchat", "email", "phone", "wechat", "sms"] as const;
const KINDS = ["product", "promotion", "logistics", "policy", "channel"] as const;
type Kind = (typeof KINDS)[number] | "article";

/** What a phrase may be linked to, of one kind; `*`: any of them. */
export function useLinkable(shopId: () => string, kind: () => Kind) {
  const session = useSession();
  const { t } = useI18n();
  const wants = (one: Kind, needs: string) => computed(() => kind() === one && session.may(needs) && Boolean(shopId()));
  const products = useQuery({ queryKey: computed(() => ["products", "names", shopId()]), queryFn: () => shop.products({ shop_id: shopId(), limit: 100 }), enabled: wants("product", "catalog:read") });
  const promotions = useQuery({ queryKey: computed(() => ["promotions", shopId()]), queryFn: () => phrases.promotions(shopId()), enabled: wants("promotion", "phrases:read") });
  const tables = useQuery({ queryKey: computed(() => ["policies", "names", shopId()]), queryFn: () => policies.policies(shopId()), enabled: wants("policy", "policies:read") });
  const { courierName } = useCouriers();
  const any = { ref: "*", name: "*" };
  const choices = computed<{ ref: string; name: string }[]>(() => {
    if (kind() === "product") return (products.data.value?.items ?? []).map((one) => ({ ref: one.id, name: one.title }));
    if (kind() === "promotion") return (promotions.data.value?.items ?? []).map((one) => ({ ref: one.code, name: one.name }));
    if (kind() === "policy") return (tables.data.value?.items ?? []).map((one) => ({ ref: one.table, name: title(one) }));
    if (kind() === "channel") return [any, ...CHANNELS.map((one) => ({ ref: one, name: t(`channel.${one}`) }))];
    return [any, ...Object.keys(shipping.couriers).map((code) => ({ ref: code, name: courierName(code) }))];
  });
  return { KINDS, choices };
}
