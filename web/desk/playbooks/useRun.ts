import * as api from "@api/playbooks";
import type { Run, RunResult, RunWords, Subject } from "@api/playbooks";
import { confirmed } from "@ui/confirm";
import { locale } from "@ui/locale";
import { failed, told } from "@ui/toast";
import { uuid } from "@ui/uuid";
import { useQuery, useQueryClient } from "@tanstack/vue-query";
import { computed, ref, type Ref } from "vue";
import { t } from "@desk/i18n";

interface Both {
  zh: string;
  en: string;
}
/** A text of a playbook in the reader's language. */
export const inWords = (text: Both | null | undefined): string => text?.[locale.value] ?? "";

/** Names of what is missing and of the ends that need no proof: why an end is blocked. */
export function whyBlocked(run: Run): { items: string; instead: string } {
  const gap = locale.value === "zh" ? "、" : ", ";
  const missing = run.checklist.items.filter((one) => run.checklist.missing.includes(one.code));
  return {
    items: missing.map((one) => inWords(one.label)).join(gap),
    instead: run.results.filter((one) => !one.blocked).map((one) => inWords(one.label)).join(gap),
  };
}

/** The run of one playbook for one subject: the latest there is, and what can be done with it. */
export function useRun(subject: Ref<Subject>, playbook: Ref<string>, shopId: Ref<string | undefined>) {
  const cache = useQueryClient();
  const busy = ref(false);
  const about = computed(() => ["playbook-runs", subject.value.id]);
  const list = useQuery({ queryKey: about, queryFn: () => api.runsAbout(subject.value.id) });
  const id = computed(() => list.data.value?.items.find((one) => one.playbook === playbook.value)?.id);
  const one = useQuery({
    queryKey: computed(() => ["playbook-run", id.value]),
    queryFn: () => api.runOf(id.value as string),
    enabled: computed(() => Boolean(id.value)),
  });
  const run = computed(() => (id.value ? one.data.value : undefined));
  const error = computed(() => list.error.value ?? one.error.value);
  const waiting = computed(() => list.isPending.value || (Boolean(id.value) && one.isPending.value));

  /** One write at a time. A refusal is told, and what the server has now is shown. */
  async function act(work: () => Promise<Run | unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    try {
      const made = await work();
      if (isRun(made)) cache.setQueryData(["playbook-run", made.id], made);
      return true;
    } catch (refusal) {
      failed(refusal);
      return false;
    } finally {
      busy.value = false;
      await Promise.all([cache.invalidateQueries({ queryKey: about.value }), cache.invalidateQueries({ queryKey: ["playbook-run", id.value] })]);
    }
  }
  const mine = () => run.value as Run;
  const key = () => uuid();

  const start = () => act(() => api.startRun({ playbook: playbook.value, subject: subject.value, shop_id: shopId.value }, key()));
  const take = (step: string, answer?: string) => act(() => api.takeStep(mine().id, { step, answer }, key()));
  const attach = (item: string, evidence: string) => act(() => api.attach(mine().id, item, evidence));
  const detach = (item: string, evidence: string) => act(() => api.detach(mine().id, item, evidence));
  const used = (words: RunWords) => act(() => api.useWords(mine().id, { step: mine().step?.code ?? "", words: words.code }, key()));
  async function back(step: string, title: string): Promise<void> {
    if (await act(() => api.takeBack(mine().id, step))) told(t("playbook.wentBack", { step: title }));
  }
  async function finish(result: RunResult): Promise<boolean> {
    const name = inWords(result.label);
    const consequence = t(result.contests ? "playbook.finishContest" : "playbook.finishSure");
    if (!(await confirmed({ title: t("playbook.finish", { result: name }), consequence, action: t("playbook.finishAction") }))) return false;
    return act(() => api.finishRun(mine().id, { result: result.code }, key()));
  }
  const retry = () => Promise.all([list.refetch(), id.value ? one.refetch() : undefined]);
  return { run, error, waiting, busy, start, take, back, attach, detach, used, finish, retry };
}

function isRun(made: unknown): made is Run {
  return typeof made === "object" && made !== null && "taken" in made;
}
