"""Why a table cannot be written or switched on, and why it could not decide."""

from xiaoer.core.errors import Conflict, Invalid, NotFound

PROBLEMS = {
    "unknown_key": ("不认识的项", "an unknown key"),
    "unknown_hit": ("不认识的命中方式", "an unknown hit policy"),
    "unknown_name": ("词汇表里没有这个名称", "a name that is not in the vocabulary"),
    "unknown_operator": ("不认识的条件", "an unknown condition"),
    "no_such_column": ("表中没有这一列", "the table has no such column"),
    "one_condition": ("每格只能有一个条件", "a cell holds exactly one condition"),
    "wrong_type": ("值的类型不对", "a value of the wrong type"),
    "not_a_number": ("这里需要数值", "a number is needed here"),
    "not_a_list": ("这里需要列表", "a list is needed here"),
    "not_an_object": ("这里需要对象", "an object is needed here"),
    "not_a_text": (
        "文字为空、过长或含有无法保存的字符",
        "a text empty, too long or unstorable",
    ),
    "both_languages": ("需要中文和英文", "both languages are needed"),
    "turned_around": ("下限大于上限", "the lower bound is above the upper one"),
    "empty": ("列表为空", "the list is empty"),
    "too_many": ("数量过多", "too many of them"),
    "same_id": ("编号重复", "the same id twice"),
    "id": ("编号不合规则", "not a valid id"),
    "missing": ("缺少内容", "it is missing"),
    "expects_nothing": ("测试没有写明期望", "a test that expects nothing"),
}
"""Code → what is wrong with a table, 中文 and English."""


class PolicyNotFound(NotFound):
    zh = "没有这项政策。"
    en = "There is no such policy."


class VersionNotFound(NotFound):
    zh = "没有这个政策版本。"
    en = "There is no such version of a policy."


class DecisionNotFound(NotFound):
    zh = "没有这条决定。"
    en = "There is no such decision."


class ReplayNotFound(NotFound):
    zh = "没有这次重放。"
    en = "There is no such replay."


class ProfileNotFound(NotFound):
    zh = "没有政策模板“{profile}”。"
    en = 'There is no policy profile called "{profile}".'


class NoPolicyInForce(Conflict):
    zh = "政策表“{table}”此时没有生效的版本。"
    en = 'No version of the policy table "{table}" is in force at that time.'


class UnknownFact(Invalid):
    zh = "没有名为“{fact}”的事实。"
    en = 'There is no fact called "{fact}".'


class WrongFact(Invalid):
    zh = "事实“{fact}”的值不对，应为：{wanted}。"
    en = 'The fact "{fact}" has a wrong value; it must be: {wanted}.'


class BadTable(Invalid):
    """The content is not a decision table at all; `at` says where."""

    zh = "决策表在“{at}”处写错：{problem}。"
    en = 'The table is wrong at "{at}": {problem}.'

    def sentence(self, locale: str) -> str:
        told = PROBLEMS[self.facts["problem"]][0 if locale.startswith("zh") else 1]
        template = self.zh if locale.startswith("zh") else self.en
        return template.format(at=self.facts["at"], problem=told)


class NotADraft(Conflict):
    zh = "第 {number} 版已不是草稿，不能再修改；请另起一版。"
    en = "Version {number} is no draft any more and cannot be changed; begin a new one."


class ChangedMeanwhile(Conflict):
    zh = "别人刚刚修改了这份草稿（现为第 {revision} 次修改），请查看后再改。"
    en = "Somebody has just changed this draft (now revision {revision}); look at it first."


class RowNotFound(NotFound):
    zh = "表中没有行“{row}”。"
    en = 'The table has no row "{row}".'


class ColumnNotFound(NotFound):
    zh = "表中没有列“{column}”。"
    en = 'The table has no column "{column}".'


class CannotMove(Conflict):
    zh = "版本处于“{now}”状态，不能变为“{then}”。"
    en = "A version that is {now} cannot become {then}."


class ChecksFailed(Conflict):
    """`findings` lists what is wrong, each with row, code and sentences."""

    zh = "这一版没有通过检查（{count} 处），不能启用。"
    en = "This version fails its checks ({count} findings) and cannot be switched on."


class TestsFailed(Conflict):
    """`failures` lists what came out otherwise than the version's own tests expect."""

    zh = "这一版自带的测试有 {count} 个没有通过，不能启用。"
    en = "{count} tests carried by this version fail; it cannot be switched on."


class BelowTheLaw(Conflict):
    """A row gives customers less than the law does. `undercuts` names row, output and clause."""

    zh = "第 {row} 行低于法定标准：{clause}。"
    en = "Row {row} is below what the law gives: {clause}."


class StartsInThePast(Invalid):
    zh = "生效时间不能早于现在。"
    en = "A version cannot come into force before now."


class LaterVersionWaits(Conflict):
    zh = "已有第 {number} 版定于之后生效，请先停用它。"
    en = "Version {number} is already due to come into force; retire it first."


class ReasonMissing(Invalid):
    zh = "请写明理由。"
    en = "Say why."


class HousePolicy(Conflict):
    zh = "这是全店通用的政策，只有管理所有店铺的人可以修改。"
    en = "This policy holds for every shop; only who manages all shops may change it."


class StatutoryHasNoScope(Conflict):
    zh = "法定层对所有店铺和商品一样，不能为某一家另立。"
    en = "The statutory layer is the same for every shop and product."


class OneScope(Invalid):
    zh = "政策的范围只能是类目或商品之一。"
    en = "A policy is for a category or for a product, not both."


class OutOfTime(Invalid):
    zh = "时间须在 2000 年至 2100 年之间，且开始早于结束。"
    en = "Times lie between 2000 and 2100, and the beginning before the end."


class TheLawStays(Conflict):
    zh = "法定层不能停用，只能由新的一版替换。"
    en = "The statutory layer cannot be switched off, only replaced by a new version."


class SwitchNotFound(NotFound):
    zh = "没有名为“{switch}”的自动处理开关。"
    en = 'There is no automation switch called "{switch}".'


class NothingDecided(Conflict):
    zh = "缺少事实，还没有做出决定，不能更改。"
    en = "Facts are missing and nothing was decided; there is nothing to override."
