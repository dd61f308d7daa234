import * as api from "@api/policies";
import type { Row } from "@api/policies";
import { computed } from "vue";
import { useI18n } from "vue-i18n";
import { DEFAULT, allRows, freshId, type Kind } from "./rows";
import { cellText, either, nameOf, outputText } from "./terms";
import { usePolicy } from "./usePolicy";

export type RowAct = "below" | "copy" | "up" | "down" | "words" | "remove";

/** The rows as both views show them, and what can be done to one. */
export function useRows() {
  const { t } = useI18n();
  const held = usePolicy();
  const rows = computed(() => (held.content.value ? allRows(held.content.value) : []));
  const clauses = computed(() => new Map((held.content.value?.clauses ?? []).map((clause) => [clause.id, clause])));
  const near = computed(() => new Map((held.trial.value?.near ?? []).map((miss) => [miss.row, miss])));
  const hit = (id: string): boolean => Boolean(held.trial.value) && (held.trial.value!.rows.includes(id) || (held.trial.value!.outcome === "default" && id === DEFAULT));
  const missed = (id: string, name: string) => (near.value.get(id)?.fact === name ? near.value.get(id) : undefined);
  const wrongAt = (id: string, kind: Kind, name: string) => (held.wrong.value?.row === id && held.wrong.value.kind === kind && held.wrong.value.name === name ? held.wrong.value.message : undefined);
  const labelOf = (id: string) => (id === DEFAULT ? t("policies.otherwise") : id);

  function textOf(row: Row, kind: Kind, name: string): string {
    if (kind === "then") return row.then?.[name] === undefined ? "" : outputText(held.terms.value!, name, row.then[name]);
    return row.when?.[name] ? cellText(held.terms.value!, name, row.when[name]) : "";
  }

  /** What is wrong at a row: checks, the law, and where the last refusal points to. */
  function notes(id: string): { key: string; text: string; blocks: boolean }[] {
    const found = held.check.data.value;
    return [
      ...(found?.undercuts ?? []).filter((one) => one.row === id).map((one) => ({ key: `law.${one.output}`, blocks: true, text: `${t("publishing.belowLaw", { row: labelOf(id), clause: one.clause })} · ${t("policies.undercut", { output: nameOf(held.terms.value!.output(one.output)), gives: outputText(held.terms.value!, one.output, one.gives), least: outputText(held.terms.value!, one.output, one.least) })}` })),
      ...(found?.findings ?? []).filter((one) => one.row === id).map((one) => ({ key: one.code, blocks: one.blocks, text: either(one) })),
      ...(held.wrong.value?.row === id && !held.wrong.value.name ? [{ key: "wrong", blocks: true, text: held.wrong.value.message }] : []),
    ];
  }

  async function act(kind: RowAct, row: Row): Promise<void> {
    const list = held.content.value!.rows;
    const at = list.findIndex((one) => one.id === row.id);
    if (kind === "below" || kind === "copy") await add(at + 1, kind === "copy" ? row : undefined);
    if (kind === "up" || kind === "down") await move(row, at + (kind === "up" ? -1 : 1));
    if (kind === "remove") {
      const back = async () => void (await held.saveRow(row, t("policies.rowAdded", { id: row.id }), at));
      await held.change((now) => api.removeRow(now.id, row.id, now.revision), t("policies.rowRemoved", { id: row.id }), back);
    }
  }

  /** A row that takes nothing yet says so at once: it has no clause. */
  async function add(at: number, like?: Row): Promise<void> {
    const list = held.content.value!.rows;
    const id = freshId(list, like?.id ?? list[at - 1]?.id);
    const row: Row = like ? { ...like, id } : { id, when: {}, then: {}, clause: list[at - 1]?.clause ?? null };
    if (await held.change((now) => api.putRow(now.id, row, now.revision, at), t("policies.rowAdded", { id }))) held.shown.value = id;
  }

  async function move(row: Row, to: number): Promise<void> {
    if (to < 0 || to >= held.content.value!.rows.length) return;
    await held.change((now) => api.putRow(now.id, row, now.revision, to), t("policies.rowMoved", { id: row.id, place: to + 1 }));
  }

  return { rows, clauses, near, hit, missed, wrongAt, labelOf, textOf, notes, act, add };
}
