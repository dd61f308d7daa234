import type { Article, ArticleForm } from "@api/knowledge";

/** An article as the form begins with it. */
export const blank = (title = ""): ArticleForm => ({ kind: "faq", category_id: "", public: true, product_ids: [], policy_tables: [], owner_id: null, review_days: 180, effective_from: null, effective_until: null, title, body: "", title_en: "", body_en: "", questions: [], media: [], note: "" });

export function formOf(one: Article): ArticleForm {
  return {
    kind: one.kind,
    category_id: one.category_id,
    public: one.public,
    product_ids: one.product_ids,
    policy_tables: one.policy_tables,
    owner_id: one.owner_id,
    review_days: one.review_days,
    effective_from: one.effective_from,
    effective_until: one.effective_until,
    title: one.title,
    body: one.body,
    title_en: one.title_en,
    body_en: one.body_en,
    questions: one.questions,
    media: one.media.map((each) => ({ kind: each.kind, file_id: each.file_id, url: each.url, text: each.text, text_en: each.text_en })),
    note: "",
  };
}

/** A text in its parts: what stands before a heading has none. */
export function parts(body: string): { heading: string; lines: string[] }[] {
  const found: { heading: string; lines: string[] }[] = [];
  for (const line of body.split("\n")) {
    const heading = /^##\s*(.+?)\s*$/.exec(line)?.[1];
    if (heading) found.push({ heading, lines: [] });
    else if (line.trim()) {
      if (!found.length) found.push({ heading: "", lines: [] });
      found.at(-1)!.lines.push(line.trim());
    }
  }
  return found;
}
