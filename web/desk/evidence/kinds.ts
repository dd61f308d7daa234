import type { Evidence } from "@api/types";
import type { EvidenceItem } from "@ui/EvidenceList.vue";

/** EVD-2: what evidence can be. */
export const KINDS = ["chat_record", "review", "signature_slip", "courier_proof", "photo_video", "authorisation", "inspection_report", "page_screenshot", "phone_record"] as const;

export function evidenceItem(one: Evidence, t: (key: string) => string, te: (key: string) => boolean): EvidenceItem {
  const picture = one.files?.find((file) => file.content_type.startsWith("image/"));
  return {
    id: one.id,
    label: te(`evidence.kinds.${one.kind}`) ? t(`evidence.kinds.${one.kind}`) : one.kind,
    present: true,
    at: one.at,
    by: typeof one.author === "string" ? one.author : one.author?.name,
    hash: one.sha256,
    note: one.note,
    thumb: picture?.thumb_url ?? picture?.url,
    url: one.files?.[0]?.url,
  };
}
