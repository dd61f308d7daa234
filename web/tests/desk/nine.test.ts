import { mount, RouterLinkStub } from "@vue/test-utils";
import { expect, test } from "vitest";
import { i18n } from "@desk/i18n";
import StepLinks from "@desk/steps/StepLinks.vue";

test("[ROL-4] the nine steps stand in their order, each leads to its queue and says what waits", () => {
  const page = mount(StepLinks, { props: { counts: { addresses: 83, cod: 5, unpaid: 9, ratings: 0 } }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
  const links = page.findAllComponents(RouterLinkStub);
  expect(links).toHaveLength(9);
  expect(links.map((one) => (one.props("to") as { name: string }).name)).toEqual(["stock", "inbox", "stock", "steps", "orders", "shipping", "steps", "steps", "tasks"]);
  expect(links[3]!.text()).toContain("83");
  expect(links[6]!.text()).toContain("5");
  expect(links[7]!.find("b").exists()).toBe(false);
});
