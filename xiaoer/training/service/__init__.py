"""The verbs of training."""

from xiaoer.training.service.courses import LessonRow, retire_course, write_course
from xiaoer.training.service.exams import Frame, QuestionRow, begin_now, retire_exam, write_exam
from xiaoer.training.service.rounds import (
    TEST,
    begin_due,
    excuse,
    excuse_gone,
    tell_missed,
    tell_near,
)
from xiaoer.training.service.sitting import hand_in

__all__ = [
    "TEST",
    "Frame",
    "LessonRow",
    "QuestionRow",
    "begin_due",
    "begin_now",
    "excuse",
    "excuse_gone",
    "hand_in",
    "retire_course",
    "retire_exam",
    "tell_missed",
    "tell_near",
    "write_course",
    "write_exam",
]
