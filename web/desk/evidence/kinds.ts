import type { Evidence } from "@api/types";
import { locale } from "@ui/locale";
import type { EvidenceItem } from "@ui/EvidenceList.vue";

/** EVD-2: what evidence can be. */
export const KINDS = ["chat_record", "review", "signature_slip", "courier_proof", "photo_video", "authorisation", "inspection_report", "page_screenshot", "phone_record"] as const;

export function evidenceItem(one: Evidence): EvidenceItem {
  const picture = one.files.find((file) => file.content_type.startsWith("image/"));
  return {
    id: one.id,
    label: one.label[locale.value],
    present: true,
    at: one.at,
    by: one.author.name,
    hash: one.sha256,
    note: one.note,
    thumb: picture?.thumb_url ?? picture?.url,
    url: one.files[0]?.url,
  };
}
