import type { Policy, Version } from "@api/policies";
import { recordText } from "@ui/time";
import { t } from "@desk/i18n";
import { useSession } from "@desk/workforce/session";

/** What comes with the house is dated so that it holds for every order, however old. */
const EVER = "2001";

/** For whom a policy holds, and since when, in words. */
export function useScope() {
  const session = useSession();
  const shopOf = (policy: Pick<Policy, "shop_id">) => (policy.shop_id ? (session.shopOf(policy.shop_id)?.name ?? "") : t("policies.house"));
  const scopeOf = (policy: Pick<Policy, "shop_id" | "category" | "product_id">): string => [shopOf(policy), policy.category ? t("policies.category", { name: policy.category }) : "", policy.product_id ? t("policies.product") : ""].filter(Boolean).join(" · ");
  const isEver = (version: Pick<Version, "effective_from">): boolean => Boolean(version.effective_from && version.effective_from < EVER);
  const sinceOf = (version: Pick<Version, "effective_from"> | null): string => {
    if (!version?.effective_from) return "–";
    return isEver(version) ? t("policies.always") : recordText(version.effective_from);
  };
  return { scopeOf, sinceOf, isEver };
}
