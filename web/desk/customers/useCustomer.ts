import * as shop from "@api/shop";
import type { Customer } from "@api/types";
import { useQuery, useQueryClient } from "@tanstack/vue-query";
import { computed } from "vue";

export function useCustomer(id: () => string) {
  return useQuery({ queryKey: computed(() => ["customers", id()]), queryFn: () => shop.customer(id()), enabled: () => Boolean(id()) });
}

/** Puts the server's newest answer about a customer in front of every part that shows them. */
export function useKept(): (customer: Customer) => void {
  const cache = useQueryClient();
  return (customer) => cache.setQueryData<Customer>(["customers", customer.id], customer);
}
