import { mount } from "@vue/test-utils";
import { chooseLocale } from "@ui/locale";
import { afterEach, expect, test } from "vitest";
import Table from "../../shopper/policies/PublishedTable.vue";
import { inOrder, sentences, type PublishedTable } from "../../shopper/policies/published";

const one = (table: string, more: Partial<PublishedTable> = {}): PublishedTable => ({ table, number: 3, since: "2026-11-02T03:00:00Z", title: { zh: "退换货政策", en: "Returns" }, about: { zh: "申请：选择商品。审核：48 小时内。", en: "Ask: choose items. We answer within 4.5 hours." }, example: false, as_of: "2026-11-01", clauses: [{ id: "0", zh: "其余人工判断。", en: "People decide the rest." }, { id: "2.1", zh: "七天无理由。", en: "Seven days, no reason." }], ...more });
afterEach(() => chooseLocale("zh"));

test("[POL-6] a policy is read in plain sentences, numbered and dated, in either language", async () => {
  const page = mount(Table, { props: { one: one("returns") } });
  expect(page.text()).toContain("第 3 版 · 2026-11-02 起生效");
  expect(page.findAll("ol li").map((line) => line.text())).toEqual(["2.1七天无理由。", "其余人工判断。"]);
  chooseLocale("en");
  await page.vm.$nextTick();
  expect(page.text()).toContain("in force since 2026-11-02");
  expect(page.findAll(".about li").map((line) => line.text())).toEqual(["Ask: choose items.", "We answer within 4.5 hours."]);
});

test("[POL-6] the law is marked and names its source", () => {
  const law = mount(Table, { props: { one: one("statutory.returns", { since: "2000-01-01T00:00:00Z", clauses: [{ id: "cpl25", zh: "七日内退货。", en: "Return within seven days.", source: "消费者权益保护法 第25条" }] }) } });
  expect(law.text()).toContain("法律规定");
  expect(law.text()).toContain("消费者权益保护法 第25条");
  expect(law.text()).toContain("第 3 版 · 现行");
});

test("what people look for most comes first, the law last", () => {
  expect(inOrder([one("statutory.returns"), one("deadlines"), one("refund_arrival"), one("returns")]).map((each) => each.table)).toEqual(["returns", "refund_arrival", "deadlines", "statutory.returns"]);
  expect(sentences("一句话")).toEqual(["一句话"]);
});
