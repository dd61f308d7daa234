import * as conversations from "@api/conversations";
import * as people from "@api/people";
import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";

/** Small lists every part of the desk looks up. */
export function useReasons() {
  const query = useQuery({ queryKey: ["closing-reasons"], queryFn: conversations.closingReasons, staleTime: 600_000 });
  return computed(() => query.data.value?.items ?? []);
}

const RANK = { online: 0, paused: 1, offline: 2 };

export function useColleagues() {
  const query = useQuery({ queryKey: ["agents"], queryFn: people.agents, staleTime: 30_000 });
  const all = computed(() => [...(query.data.value?.items ?? [])].filter((agent) => agent.active).sort((a, b) => RANK[a.presence] - RANK[b.presence] || a.serving - b.serving || a.name.localeCompare(b.name)));
  const online = computed(() => all.value.filter((agent) => agent.presence === "online"));
  return { all, online, query };
}
