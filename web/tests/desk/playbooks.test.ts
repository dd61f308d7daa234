import type { Run } from "@api/playbooks";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n, speak, t } from "@desk/i18n";
import RunPanel from "@desk/playbooks/RunPanel.vue";
import { whyBlocked } from "@desk/playbooks/useRun";
import { useSession } from "@desk/workforce/session";

const api = vi.hoisted(() => ({ runsAbout: vi.fn(), runOf: vi.fn(), takeStep: vi.fn(), takeBack: vi.fn(), useWords: vi.fn(), startRun: vi.fn(), attach: vi.fn(), detach: vi.fn(), finishRun: vi.fn() }));
vi.mock("@api/playbooks", () => api);

const both = (zh: string, en = zh) => ({ zh, en });
function made(more: Partial<Run> = {}): Run {
  return {
    id: "r1",
    playbook: "dispute",
    title: both("易介入纠纷", "Dispute"),
    subject: { type: "refund", id: "s1" },
    branch: { code: "3.2", title: both("有问题，已拒签"), path: [both("已退回")] },
    started_at: "2026-11-02T02:00:00Z",
    started_by: "周掌柜",
    finished_at: null,
    finished_by: null,
    result: null,
    ruling: null,
    appeal_until: null,
    shop_id: "shop",
    sha256: "",
    facts: {},
    step: {
      code: "judge",
      title: both("判断：是谁的责任？", "Judge: who is responsible?"),
      do: null,
      words: [{ code: "offer", zh: "您看这样可以吗？", en: "Would this be all right?", used: 0 }],
      answers: [
        { code: "merchant", label: both("商家责任"), fits: false },
        { code: "customer", label: both("消费者责任"), fits: false },
      ],
    },
    ahead: 0,
    taken: [{ step: "goods", title: both("货在哪里？"), answer: "returned", label: both("已退回"), by_facts: true, note: "", by: "", at: "2026-11-02T02:00:00Z", undone_at: null }],
    checklist: {
      branch: "3.2",
      items: [{ code: "problem_pictures", label: both("问题图片", "Pictures of the problem"), need: "mandatory", present: false, kinds: ["photo_video"], by_hand: [], pieces: [], offered: [] }],
      missing: ["problem_pictures"],
      complete: false,
      next: null,
    },
    results: [
      { code: "agree", label: both("同意", "Agree"), contests: false, proved: false, blocked: false },
      { code: "contest", label: both("举证抗辩", "Contest"), contests: true, proved: true, blocked: true },
    ],
    note: "",
    cost_cents: null,
    ...more,
  };
}

async function panel(permissions = ["playbooks:read", "playbooks:run"]) {
  const pinia = createPinia();
  setActivePinia(pinia);
  useSession().me = { permissions, preferences: {}, shops: [], agent: {} } as never;
  const shown = mount(RunPanel, { props: { playbook: "dispute", subject: { type: "refund", id: "s1" }, insertable: true }, global: { plugins: [i18n, pinia, VueQueryPlugin] } });
  await flushPromises();
  return shown;
}

beforeEach(() => {
  speak("zh");
  vi.clearAllMocks();
  api.runsAbout.mockResolvedValue({ items: [made()] });
  api.runOf.mockResolvedValue(made());
  api.takeStep.mockResolvedValue(made());
  api.useWords.mockResolvedValue(made());
});

test("[DSP-1] the panel shows branch, step and the checklist with what is missing", async () => {
  const text = (await panel()).text();
  for (const said of ["3.2", "已退回", "有问题，已拒签", "判断：是谁的责任？", "问题图片", "缺 · 必备"]) expect(text).toContain(said);
});

test("[DSP-26] contesting is shut while its proof is missing, and something else is proposed", async () => {
  const shown = await panel();
  const contest = shown.findAll("button").find((one) => one.text() === "举证抗辩");
  expect(contest?.attributes("disabled")).toBeDefined();
  expect(shown.text()).toContain("缺必备证据，不能选：问题图片。可改为：同意。");
  speak("en");
  expect(t("playbook.blocked", whyBlocked(made()))).toBe("Mandatory evidence is missing: Pictures of the problem. Instead: Agree.");
});

test("a digit answers, I puts the words into the reply and says so to the server", async () => {
  const shown = await panel();
  await shown.find("section").trigger("keydown", { key: "2" });
  await flushPromises();
  expect(api.takeStep).toHaveBeenCalledWith("r1", { step: "judge", answer: "customer" }, expect.any(String));
  await shown.find("section").trigger("keydown", { key: "i" });
  await flushPromises();
  expect(shown.emitted("insert")).toEqual([["您看这样可以吗？"]]);
  expect(api.useWords).toHaveBeenCalledWith("r1", { step: "judge", words: "offer" }, expect.any(String));
});

test("who may only read can answer nothing", async () => {
  const shown = await panel(["playbooks:read"]);
  await shown.find("section").trigger("keydown", { key: "1" });
  expect(api.takeStep).not.toHaveBeenCalled();
  expect(shown.text()).not.toContain("退回到这一步");
});

test("without a run it is begun from here", async () => {
  api.runsAbout.mockResolvedValue({ items: [] });
  api.startRun.mockResolvedValue(made());
  const shown = await panel();
  await shown.find("button").trigger("click");
  expect(api.startRun).toHaveBeenCalledWith({ playbook: "dispute", subject: { type: "refund", id: "s1" }, shop_id: undefined }, expect.any(String));
});
