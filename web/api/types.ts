import type { components } from "./schema";

/** The shapes on the wire, by room. Times are ISO-8601 UTC, money is integer cents. */
type Wire = components["schemas"];

export interface Page<T> {
  items: T[];
  next: string | null;
}
export interface Ref {
  id: string;
  name: string;
}
export type Presence = Wire["MeOut"]["agent"]["presence"];
export type Stage = "presale" | "insale" | "aftersale";
export type ConversationState = "open" | "snoozed" | "closed";
export type From = "customer" | "agent" | "bot" | "system" | "note";

export type Shop = Wire["xiaoer__app__login__ShopOut"];
export type Me = Wire["MeOut"];
export type Agent = Wire["AgentOut"];
export type Role = Wire["RoleOut"];
export type Group = Wire["GroupName"];

export type LastMessage = Wire["LastMessageOut"];
export type Row = Wire["Row"];
export type Conversation = Wire["ConversationOut"];
export type Finding = Wire["FindingOut"];
export type Emoji = Wire["EmojiOut"];
export type WordRule = Wire["WordOut"];
export type ReplyChecks = Wire["ChecksOut"];
export type HoldNow = Wire["HoldNow"];
export type HoldShare = Wire["ShareOut"];
export type Attachment = Wire["AttachmentOut"];
export type Message = Wire["xiaoer__conversations__schemas__messages__MessageOut"];
export type Counts = Wire["CountsOut"];
export type ViewFilters = Partial<Wire["ViewFilters"]>;
export type SavedView = Wire["ViewOut"];
export type ClosingReason = Wire["xiaoer__conversations__schemas__around__ReasonOut"];
export type SearchHit = Wire["HitOut"];
export type TimelineEvent = Wire["StoryOut"];
export type BatchResult = Wire["BatchOut"];
export type Losses = Wire["LossesOut"];

export type CustomerItem = Wire["CustomerItem"];
export type Customer = Wire["xiaoer__customers__schemas__CustomerOut"];
export type Consent = Wire["ConsentOut"];
export type ConsentKind = Consent["kind"];
export type MergePlan = Wire["MergePlan"];
export type AddressForm = Wire["AddressNew"];

export type Remark = Wire["RemarkOut"];
export type OrderCard = Wire["OrderCard"];
export type OrderLine = Wire["xiaoer__orders__schemas__LineOut"];
export type Order = Wire["xiaoer__orders__schemas__OrderOut"];
export type Sku = Wire["SkuOut"];
export type Product = Wire["ProductOut"];
export type Stock = Wire["StockOut"];
export type StockDifference = Wire["DifferenceOut"];

export type PhraseCategory = Wire["xiaoer__phrases__schemas__CategoryOut"];
export type Phrase = Wire["PhraseOut"];
export type PhraseFull = Wire["PhraseFull"];
export type PhraseVariant = Wire["PhraseVariant"];
export type PhraseLink = Wire["LinkOut"];
export type PhraseCare = Wire["CareIn"];
export type Offered = Wire["OfferedOut"];
export type Promotion = Wire["PromotionOut"];
export type HotQuestion = Wire["HotOut"];
export type PhraseReport = Wire["PhraseReport"];
export type Inconsistency = Wire["Inconsistency"];
export type PhraseVersion = Wire["xiaoer__phrases__schemas__VersionOut"];

export type Evidence = Wire["EvidenceOut"];
export type Task = Wire["TaskOut"];
export type TaskDetail = Wire["TaskDetail"];
export type TaskStep = Wire["TaskStep"];
export type ImportRun = Wire["ImportOut"];
export type ChannelSettings = Wire["ChannelSettingsOut"];
export type Calendar = Wire["CalendarOut"];
export type CalendarDetail = Wire["CalendarDetail"];
export type CalendarDay = Wire["DayIn"];
export type Openings = Wire["OpeningsOut"];
export type WebchatSettings = Wire["SettingsOut"];
