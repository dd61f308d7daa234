"""Why an article cannot be written, published or found."""

from xiaoer.core.errors import Conflict, Invalid, NotFound, TooMany


class ArticleNotFound(NotFound):
    zh = "没有这篇知识。"
    en = "There is no such article."


class FlagNotFound(NotFound):
    zh = "没有这条纠错。"
    en = "There is no such flag."


class GapNotFound(NotFound):
    zh = "没有这条知识缺口。"
    en = "There is no such gap."


class ArticleCategoryNotFound(NotFound):
    zh = "没有这个知识分类。"
    en = "There is no such category of articles."


class ArticleCategoryDisabled(Conflict):
    zh = "分类“{category}”已停用，请选择其他分类。"
    en = 'The category "{category}" is disabled; choose another one.'


class ArticleCategoryTaken(Conflict):
    zh = "已有同名的分类“{name}”。"
    en = 'There is already a category called "{name}".'


class ArticleChangedMeanwhile(Conflict):
    zh = "别人刚刚修改了这篇知识（现为第 {version} 版），请查看后再改。"
    en = "Somebody has just changed this article (now version {version}); look at it first."


class NothingToPublish(Conflict):
    zh = "第 {version} 版已经发布，没有可发布的修改。"
    en = "Version {version} is published already; there is nothing to publish."


class NotPublished(Conflict):
    zh = "这篇知识尚未发布，或已停用。"
    en = "This article is not published, or is retired."


class AlreadyRetired(Conflict):
    zh = "这篇知识已停用。"
    en = "This article is retired."


class EndsBeforeItBegins(Invalid):
    zh = "失效时间必须晚于生效时间。"
    en = "It must end after it begins."


class GuideWithoutMedia(Invalid):
    zh = "教程需要至少一个视频或一步图文。"
    en = "A guide needs a video or at least one illustrated step."


class MediaNeedsAPlace(Invalid):
    zh = "第 {place} 项需要一个文件，或一个 https 链接。"
    en = "Item {place} needs a file or an https link."


class WrongMediaFile(Invalid):
    zh = "第 {place} 项的文件不是{wanted_zh}。"
    en = "The file of item {place} is not a {wanted_en}."


class UnknownProduct(Invalid):
    zh = "所选商品中有这家店铺没有的商品。"
    en = "One of the chosen products is not of this shop."


class UnknownPolicyTable(Invalid):
    zh = "没有政策“{table}”。"
    en = 'There is no policy "{table}".'


class UnknownOwner(Invalid):
    zh = "负责人不存在，或不负责这家店铺。"
    en = "The owner does not exist, or does not serve this shop."


class FlagAnswered(Conflict):
    zh = "这条纠错已经处理过了。"
    en = "This flag has been answered already."


class GapClosed(Conflict):
    zh = "这条缺口已经关闭。"
    en = "This gap is closed already."


class NothingAsked(Invalid):
    zh = "请写下问题。"
    en = "Write down the question."


class OrderOfAllCategories(Invalid):
    zh = "排序必须恰好包含全部分类。"
    en = "The order must name every category once."


class TooManyQuestions(TooMany):
    zh = "操作太频繁，请稍候再试。"
    en = "Too many requests; please wait a moment."
