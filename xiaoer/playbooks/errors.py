"""Why a playbook cannot go on."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class PlaybookNotFound(NotFound):
    zh = "没有剧本 {playbook}。"
    en = "There is no playbook {playbook}."


class RunNotFound(NotFound):
    zh = "没有这次剧本执行记录。"
    en = "There is no such run of a playbook."


class AppealNotFound(NotFound):
    zh = "没有这项申诉。"
    en = "There is no such appeal."


class SubjectNotFound(NotFound):
    zh = "没有这个对象。"
    en = "There is no such subject."


class WhichShop(Invalid):
    zh = "请说明属于哪家店铺。"
    en = "Say which shop it belongs to."


class FactUnknown(Invalid):
    zh = "剧本 {playbook} 没有事实 {fact}，或它不能是 {value}。"
    en = "The playbook {playbook} knows no fact {fact} of the value {value}."


class BranchUnknown(Invalid):
    zh = "剧本 {playbook} 没有分支 {branch}。"
    en = "The playbook {playbook} has no branch {branch}."


class StepUnknown(Invalid):
    zh = "剧本 {playbook} 没有走过步骤 {step}。"
    en = "The run of {playbook} has no step {step} behind it."


class WordsUnknown(Invalid):
    zh = "步骤 {step} 没有话术 {words}。"
    en = "The step {step} has no words {words}."


class AnswerNeeded(Invalid):
    zh = "请选择一个答案。"
    en = "Choose one of the answers."


class AnswerUnknown(Invalid):
    zh = "步骤 {step} 没有答案 {answer}。"
    en = "The step {step} has no answer {answer}."


class StepPassed(Conflict):
    """Somebody else was quicker, or the page is old."""

    zh = "步骤 {step} 已经处理过，请看最新的步骤。"
    en = "The step {step} has been taken already; look at the present one."


class RunFinished(Conflict):
    zh = "这次执行已经结束。"
    en = "This run has ended."


class RunGoesOn(Conflict):
    zh = "这次执行还没有结束。"
    en = "This run has not ended yet."


class NotOnABranch(Conflict):
    zh = "还没有确定分支，请先回答问题。"
    en = "No branch has been reached; answer the questions first."


class ResultNotHere(Conflict):
    zh = "分支 {branch} 没有结果 {result}。"
    en = "The branch {branch} does not end with {result}."


class EvidenceMissing(Conflict):
    """`missing`: item codes; `items`: them with their names; `propose`: results to take instead."""

    zh = "缺少必备证据：{names_zh}。建议：{propose_zh}。"
    en = "Mandatory evidence is missing: {names_en}. Instead: {propose_en}."


class ItemUnknown(Invalid):
    zh = "分支 {branch} 的证据清单没有 {item}。"
    en = "The checklist of the branch {branch} has no item {item}."


class EvidenceDoesNotFit(Conflict):
    zh = "这份证据不属于该对象，或种类不符合 {item}，或已被替代。"
    en = "This evidence is about something else, of another kind than {item} takes, or superseded."


class NotAttached(NotFound):
    zh = "这份证据没有附在这一项上。"
    en = "This evidence is not attached to that item."


class NotContested(Conflict):
    zh = "只有选择举证抗辩的执行才有判责结果。"
    en = "Only a run that was contested is ruled upon."


class RuledAlready(Conflict):
    zh = "判责结果已经记录。"
    en = "The ruling has been recorded already."


class AppealTooLate(Conflict):
    zh = "申诉期限已过。"
    en = "The time to appeal is over."


class NothingToAppeal(Conflict):
    zh = "没有对我方不利的判责，不能申诉。"
    en = "There is no ruling against us to appeal against."


class AppealUnderWay(Conflict):
    zh = "已经有一项申诉在进行。"
    en = "An appeal against this is under way already."


class AppealCannotMove(Conflict):
    zh = "申诉现在是 {state}，不能变为 {to}。"
    en = "An appeal that is {state} cannot become {to}."


class AppealIsBare(Conflict):
    zh = "提交申诉需要陈述和至少一份证据。"
    en = "An appeal is submitted with a statement and at least one piece of evidence."
