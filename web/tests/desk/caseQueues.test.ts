import type { Case, QueueCount } from "@api/aftersales";
import { expect, it } from "vitest";
import { bodyOf, entriesOf, REMEDIES } from "@desk/aftersales/acts";
import { agesOf } from "@desk/aftersales/queues";

const waiting = { queue: "shipped", count: 3, overdue: 0, ages: { "6h": 1, "24h": 2, "48h": 0, older: 0 } } as unknown as QueueCount;

it("[RFU-8] a queue says how old what waits in it is", () => {
  expect(agesOf("shipped", [waiting])).toEqual([["6h", 1], ["24h", 2]]);
  expect(agesOf("overdue", [waiting])).toEqual([]);
});

it("[RET-13] what did not pass the inspection may be repaired or go back as it is", () => {
  const refused = { kind: "return_refund", state: "receipt_refused" } as Case;
  const offer = { action: "offer" } as Parameters<typeof bodyOf>[0];
  expect(entriesOf("offer", refused)[0]?.options).toEqual(REMEDIES);
  expect(bodyOf(offer, refused, { remedy: "send_back", cents: 500, file_ids: [] })).toEqual({ cents: 0, send_back: true });
  expect(bodyOf(offer, refused, { remedy: "repair", cents: 500, file_ids: [] })).toEqual({ cents: 500, kind: "repair" });
  expect(bodyOf(offer, refused, { remedy: "amount", cents: 500, file_ids: [] })).toEqual({ cents: 500 });
  expect(entriesOf("offer", { ...refused, state: "awaiting_merchant" })[0]?.name).toBe("cents");
});
