import { useI18n } from "vue-i18n";

/** What people call a courier; one nobody listed is called by its code. */
export function useCouriers() {
  const { t, te } = useI18n();
  const courierName = (code: string): string => (code && te(`shipping.couriers.${code}`) ? t(`shipping.couriers.${code}`) : code);
  return { courierName };
}
