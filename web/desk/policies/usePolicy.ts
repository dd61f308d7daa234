import * as api from "@api/policies";
import type { Content, Row, Term, Trial, VersionFull } from "@api/policies";
import { ApiError } from "@api/client";
import { failed, told } from "@ui/toast";
import { useQuery, useQueryClient } from "@tanstack/vue-query";
import { computed, inject, provide, ref, shallowRef, watch, type InjectionKey, type Ref } from "vue";
import { useSession } from "@desk/workforce/session";
import { running } from "./replays";
import { placeOf, type Kind, type Place } from "./rows";
import { Terms } from "./terms";

const REPLAY_LOOK_MS = 1000;

/** Everything the parts of a policy's page share: the version shown, what is wrong with it, the case tried on it. */
function open(id: Ref<string>, wanted: Ref<string>) {
  const cache = useQueryClient();
  const session = useSession();
  const list = useQuery({ queryKey: ["policies", "list"], queryFn: () => api.policies() });
  const policy = computed(() => list.data.value?.items.find((one) => one.id === id.value));
  const versions = useQuery({ queryKey: computed(() => ["policies", id.value, "versions"]), queryFn: () => api.versions(id.value) });
  const all = computed(() => versions.data.value?.items ?? []);
  const versionId = computed(() => wanted.value || policy.value?.in_force?.id || all.value[0]?.id || "");
  const fullKey = computed(() => ["policies", "version", versionId.value]);
  const full = useQuery({ queryKey: fullKey, queryFn: () => api.full(versionId.value), enabled: () => Boolean(versionId.value) });
  const version = computed(() => (full.data.value?.id === versionId.value ? full.data.value : undefined));
  const content = computed<Content | undefined>(() => version.value?.content);
  const vocabulary = useQuery({ queryKey: ["policies", "vocabulary"], queryFn: api.vocabulary, staleTime: Infinity });
  const terms = computed(() => vocabulary.data.value && new Terms(vocabulary.data.value));
  const check = useQuery({ queryKey: computed(() => ["policies", "check", versionId.value, version.value?.revision]), queryFn: () => api.check(versionId.value), enabled: () => Boolean(version.value), placeholderData: (before) => before });
  const editable = computed(() => version.value?.state === "draft" && session.may("policies:edit"));

  const trial = shallowRef<Trial | null>(null);
  const tried = shallowRef<Record<string, unknown>>({});
  const trying = ref(false);
  async function tryCase(facts: Record<string, unknown>): Promise<void> {
    trying.value = true;
    try {
      trial.value = await api.tryCase(versionId.value, facts);
      tried.value = facts;
    } finally {
      trying.value = false;
    }
  }
  watch(versionId, () => (trial.value = null));
  /** A case stays tried while the draft changes under it. */
  watch(() => version.value?.content_hash, (now, before) => trial.value && now && before && void tryCase(tried.value).catch(() => (trial.value = null)));

  const busy = ref(false);
  /** Where the last refusal points to. */
  const wrong = shallowRef<(Place & { message: string }) | null>(null);
  const shown = ref("");
  /** Whether the panel beside the table is open. */
  const beside = ref(true);
  async function write(act: (now: VersionFull) => Promise<VersionFull>, done: string, undo?: () => void | Promise<void>): Promise<string | null> {
    const now = version.value;
    if (!now) return "";
    busy.value = true;
    wrong.value = null;
    try {
      const next = await act(now);
      cache.setQueryData(["policies", "version", next.id], next);
      void cache.invalidateQueries({ queryKey: ["policies", "edits", next.id] });
      told(done, undo);
      return null;
    } catch (error) {
      return refused(error, now.content);
    } finally {
      busy.value = false;
    }
  }
  function refused(error: unknown, from: Content): string {
    const refusal = error as ApiError;
    const at = (refusal.detail as { at?: string } | null)?.at;
    const place = at ? placeOf(from, at) : null;
    if (place) wrong.value = { ...place, message: refusal.message };
    if (refusal.code === "ChangedMeanwhile") void full.refetch();
    return refusal.message;
  }
  async function change(act: (now: VersionFull) => Promise<VersionFull>, done: string, undo?: () => void | Promise<void>): Promise<boolean> {
    const message = await write(act, done, undo);
    if (message) failed({ message });
    return message === null;
  }
  const saveRow = (row: Row, done: string, position?: number) => write((now) => (row.id === "default" ? api.putPart(now.id, "default", withoutId(row), now.revision) : api.putRow(now.id, row, now.revision, position)), done);

  const replays = useQuery({
    queryKey: computed(() => ["policies", "replays", versionId.value]),
    queryFn: () => api.replays(versionId.value),
    enabled: () => Boolean(versionId.value),
    refetchInterval: (query) => (query.state.data?.items.some((one) => running(one as never)) ? REPLAY_LOOK_MS : false),
  });
  const refresh = () => cache.invalidateQueries({ queryKey: ["policies"] });
  const term = (kind: Kind, name: string): Term => (kind === "when" ? terms.value!.fact(name) : terms.value!.output(name));
  return { id, list, policy, versions, all, versionId, full, version, content, vocabulary, terms, term, check, editable, trial, tried, trying, tryCase, busy, wrong, shown, beside, write, change, saveRow, replays, refresh };
}

/** The default row has no id of its own. */
function withoutId({ when, then, clause, say }: Row): api.Way {
  return { when, then, clause, say };
}

type PolicyHeld = ReturnType<typeof open>;
const KEY: InjectionKey<PolicyHeld> = Symbol("policy");

export function providePolicy(id: Ref<string>, wanted: Ref<string>): PolicyHeld {
  const held = open(id, wanted);
  provide(KEY, held);
  return held;
}

export function usePolicy(): PolicyHeld {
  const held = inject(KEY);
  if (!held) throw new Error("A part of a policy's page stands outside of it.");
  return held;
}
