import type { components } from "@api/schema";

type Wire = components["schemas"];
export type OwnOrder = Wire["OwnOrder"];
export type OwnShipping = Wire["OwnShippingOut"];
export type Eligible = Wire["Eligible"];
export type Line = Wire["OwnLine"];
export type OwnCase = Wire["OwnCase"];
export type Followed = Wire["OwnCaseOut"];
export type Quote = Wire["QuoteOut"];
export type Kind = Wire["CaseKind"];
export type Reason = Eligible["reasons"][number]["reason"];
export type State = Wire["CaseState"];
export type ProofKind = Wire["EvidenceKind"];
export type StepAhead = Wire["StepAhead"];
export type Standard = Wire["StandardOut"];
export type Parcel = Followed["parcels"][number];
export type Instrument = Eligible["instruments"][number];
