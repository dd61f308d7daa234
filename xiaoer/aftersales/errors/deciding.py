"""What cannot be agreed to or refused, and who may not."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid


class QuoteNeeded(Conflict):
    zh = "已过保修期，请先给出维修报价，客户同意后再受理。"
    en = "The warranty is over: quote a price first, the customer has to agree to it."


class RefusalNotTrue(Conflict):
    zh = "这个拒绝理由与事实不符：{why}。"
    en = "The facts do not bear this reason for a refusal: {why}."


class EvidenceMissing(Conflict):
    zh = "还缺少凭证：{kinds}。"
    en = "Evidence is missing: {kinds}."


class RefusalNotAllowed(Conflict):
    zh = "这个申请不能拒绝：{because_zh}"
    en = "This request cannot be refused: {because_en}"


class RefusalReasonUnknown(Invalid):
    zh = "请从列表中选择拒绝理由。"
    en = "Choose a reason for the refusal from the list."


class ShippedMeanwhile(Conflict):
    zh = "仓库已经发货，请按已发货仅退款处理。"
    en = "It was shipped meanwhile; handle it as a refund of a shipped order."


class ConditionsNotChecked(Conflict):
    zh = "请先记录退货理由是否合理、商品是否符合退货条件。"
    en = "First record whether the reason is reasonable and the goods meet the conditions."


class AboveYourLimit(Forbidden):
    zh = "{cents} 分超出你的权限，需要 {role} 审批。"
    en = "{cents} cents are beyond your limit; {role} has to approve."


class SecondPersonMustDiffer(Forbidden):
    zh = "需要另一个人审批。"
    en = "A second person has to approve."


class ReasonNeeded(Invalid):
    zh = "请写明原因。"
    en = "Say why."


class NotSafeInBulk(Conflict):
    zh = "这个申请不能批量同意：{why}。"
    en = "This case cannot be approved in bulk: {why}."
