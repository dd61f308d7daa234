"""Refusals about sheets and scores."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound


class ScoreNotFound(NotFound):
    zh = "没有这份评分。"
    en = "There is no such score."


class NothingToScore(NotFound):
    zh = "近 {days} 天没有还没评过的。"
    en = "Nothing of the last {days} days is left to score."


class ScoredAlready(Conflict):
    zh = "已由{by}评过分。"
    en = "{by} has scored this already."


class NotServed(Conflict):
    zh = "没有客服服务过，没有可以评的。"
    en = "No agent served this; there is nothing to score."


class OwnWork(Forbidden):
    zh = "不能给自己评分。"
    en = "Nobody scores their own work."


class PointsMissing(Invalid):
    zh = "还没打分：{criteria}。"
    en = "Not scored yet: {criteria}."


class PointsOutside(Invalid):
    zh = "“{criterion}”的分数要在 0 到 {most} 之间。"
    en = "The points of {criterion} are 0 to {most}."


class QuoteNotSaid(Invalid):
    zh = "引用的话不在会话里：“{quote}”。"
    en = "Nobody said this in the talk: {quote}."


class SheetNotWhole(Invalid):
    zh = "评分表要有标准，代码不能重复，每条要有分值。"
    en = "A sheet has criteria, each with a code of its own and points."
