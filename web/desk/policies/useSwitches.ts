import * as api from "@api/policies";
import { useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useSession } from "@desk/workforce/session";
import { either } from "./terms";

/** The automations of a shop as they stand, and what each is called. */
export function useSwitches(shopId: Ref<string>) {
  const session = useSession();
  const query = useQuery({ queryKey: computed(() => ["policies", "automations", shopId.value, false]), queryFn: () => api.automations(shopId.value, false), enabled: () => session.may("policies:read") && Boolean(shopId.value) });
  const switches = computed(() => query.data.value?.items ?? []);
  const nameOf = (code: string) => either(switches.value.find((one) => one.code === code)) || code;
  return { switches, nameOf, refetch: query.refetch };
}
