"""Why a phrase cannot be written, changed or sent."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class PhraseNotFound(NotFound):
    zh = "没有这条快捷语。"
    en = "There is no such phrase."


class CategoryNotFound(NotFound):
    zh = "没有这个快捷语分类。"
    en = "There is no such category of phrases."


class CategoryDisabled(Conflict):
    zh = "分类“{category}”已停用，请选择其他分类。"
    en = 'The category "{category}" is disabled; choose another one.'


class CategoryNameTaken(Conflict):
    zh = "已有同名的分类“{name}”。"
    en = 'There is already a category called "{name}".'


class ShortcutTaken(Conflict):
    zh = "快捷码“/{shortcut}”已被使用。"
    en = 'The shortcut "/{shortcut}" is taken.'


class UnknownVariable(Invalid):
    zh = "没有变量“{variable}”。"
    en = 'There is no variable "{variable}".'


class PhraseRetired(Conflict):
    zh = "这条快捷语已停用。"
    en = "This phrase is retired."


class PhraseChangedMeanwhile(Conflict):
    zh = "别人刚刚修改了这条快捷语（现为第 {version} 版），请查看后再改。"
    en = "Somebody has just changed this phrase (now version {version}); look at it first."


class NotAnAgent(Conflict):
    zh = "只有客服可以有个人快捷语。"
    en = "Only agents have phrases of their own."


class OrderOfAll(Invalid):
    zh = "排序必须恰好包含全部分类。"
    en = "The order must name every category once."


class WhichShop(Invalid):
    zh = "请说明这条共享快捷语属于哪家店铺。"
    en = "Say which shop this shared phrase belongs to."


class WordNotFound(NotFound):
    zh = "没有这条词语规则。"
    en = "There is no such rule of a word."


class HouseWord(Conflict):
    zh = "“{word}”是系统自带的规则，不能删除；可以为店铺停用它。"
    en = 'The rule for "{word}" is the house\'s own: switch it off for the shop instead.'


class NotOneEmoji(Invalid):
    zh = "请填一个表情。"
    en = "Enter exactly one emoji."


class PhraseNotInForce(Conflict):
    zh = "快捷语“{title}”不在有效期内，不能插入；请先续期。"
    en = 'The phrase "{title}" is outside its dates and cannot be inserted; renew it first.'


class ValidForNoTime(Invalid):
    zh = "有效期的截止时间要晚于开始时间。"
    en = "The phrase must end after it begins."


class VariantForNobody(Invalid):
    zh = "每个变体要对应一个客户群或场景，且不能重复。"
    en = "Each variant is for a group of customers or a scenario, and no two are for the same."


class OfferWithoutTerms(Invalid):
    zh = (
        "优惠话术要写明条件和截止时间：请填写适用条件与有效期，"
        "并在每段内容里放入 {{适用条件}} 和 {{有效期}}。"
    )
    en = (
        "An offer states its conditions and its end: fill both in, and put {{conditions}} and"
        " {{valid_until}} into each text."
    )


class OffersAreShared(Conflict):
    zh = "优惠和赠品只用共享话术，不能建个人快捷语，以免承诺不一致。"
    en = "Offers are said in shared phrases only, so that everybody promises the same."


class PromotionNotFound(NotFound):
    zh = "没有这个活动。"
    en = "There is no such promotion."


class PromotionForNoTime(Invalid):
    zh = "活动的结束时间要晚于开始时间。"
    en = "The promotion must end after it begins."
