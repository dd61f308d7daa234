import * as shop from "@api/shop";
import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";

export function useCustomer(id: () => string) {
  return useQuery({ queryKey: computed(() => ["customers", id()]), queryFn: () => shop.customer(id()), enabled: () => Boolean(id()) });
}
