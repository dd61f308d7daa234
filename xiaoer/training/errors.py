"""Why a course is not kept, a test not taken."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound


class CourseNotFound(NotFound):
    zh = "没有这门课程。"
    en = "There is no such course."


class ExamNotFound(NotFound):
    zh = "没有这项考核。"
    en = "There is no such test."


class SittingNotFound(NotFound):
    zh = "没有这场考核。"
    en = "There is no such test to take."


class CourseInUse(Conflict):
    zh = "考核“{exam}”还在用这门课程，请先停用考核。"
    en = "The test {exam} is on this course; end the test first."


class SittingEnded(Conflict):
    zh = "这场考核已经结束。"
    en = "This test is over."


class NotYourSitting(Forbidden):
    zh = "这是同事的考核，只能由本人作答。"
    en = "This is a colleague's test; only they can take it."


class QuestionsChanged(Conflict):
    zh = "题目刚刚改过，请重新打开后作答。"
    en = "The questions have changed; open the test again."


class AnswerMissing(Invalid):
    zh = "第 {number} 题还没有作答。"
    en = "Question {number} has no answer yet."


class NoSuchOption(Invalid):
    zh = "第 {number} 题没有这个选项，或者选得太多。"
    en = "Question {number} has no such option, or takes only one."


class RightAnswerMissing(Invalid):
    zh = "第 {number} 题：单选要有一个正确答案，多选至少一个，不能全选。"
    en = "Question {number} needs one right answer, or for several choices at least one, not all."


class RoleOrGroup(Invalid):
    zh = "参加人员请选岗位或客服组中的一种。"
    en = "Choose either a role or a group."


class NobodyToSit(Conflict):
    zh = "没有人需要参加这项考核，请检查岗位或客服组。"
    en = "Nobody is to take this test; look at its role or group."
