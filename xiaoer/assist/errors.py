"""What assist refuses, said so that the reader can put it right."""

from xiaoer.core.errors import Conflict, Invalid


class NotAModel(Invalid):
    zh = "{file} 不是小二的模型文件，或由更新的版本写成。"
    en = "{file} is not a model of Xiaoer, or was written by a newer version."


class TooFewExamples(Invalid):
    zh = "训练需要至少两种标签的例句。"
    en = "Training needs examples of at least two labels."


class ModelOfAnotherTask(Invalid):
    zh = "这个模型用于 {task}，不能用于 {asked}。"
    en = "This model is for {task}, not for {asked}."


class UnknownTopic(Invalid):
    zh = "没有“{topic}”这个主题。"
    en = "There is no topic {topic}."


class ModelUnreachable(Conflict):
    zh = "语言模型没有答复（{why}），已改用本地建议。"
    en = "The language model did not answer ({why}); local suggestions serve instead."


class FeatureIsOff(Conflict):
    zh = "这家店铺没有启用“{feature}”。"
    en = "This shop has {feature} switched off."


class NothingHardToday(Conflict):
    zh = "今天还没有棘手的会话；要休息请用“挂起”。"
    en = "No hard talk today; pause if you want a rest."


class UnknownScript(Invalid):
    zh = "没有“{script}”这套引导问题。"
    en = "There are no guided questions {script}."


class AnswerNotPossible(Invalid):
    zh = "“{question}”没有这个答案。"
    en = "This is no answer to: {question}"


class NotTheirOrder(Invalid):
    zh = "这不是该顾客的订单，或订单里没有这些商品。"
    en = "This is not the customer's order, or these items are not of it."
