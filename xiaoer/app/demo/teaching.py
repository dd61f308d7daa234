"""What the demo's people learn and are tested on: one round long over, one that runs."""

import random
from datetime import datetime, timedelta
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.catalog import service as catalog
from xiaoer.catalog.models import Product
from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.knowledge.models import Article, ArticleVersion
from xiaoer.training import queries, service
from xiaoer.training.models import Exam, QuestionKind, Sitting
from xiaoer.training.service import Frame, LessonRow, QuestionRow
from xiaoer.workforce import queries as workforce

PERIOD = 90
BEGAN = timedelta(days=PERIOD + 5)
"""So long ago the first round began; the second one has two days left."""

TAUGHT = {
    "zhuli": ("茶与茶具", "说得清每款茶怎么泡、茶具怎么养，先说风险再成交", ("紫砂壶", "龙井")),
    "yunduo": ("床品", "会按床配尺寸，讲清面料和洗护", ("四件套",)),
}
TEXTS = ("features", "functions", "advantages", "usage", "precautions", "policies")
"""Of a product's card, in the order of `cards.txt`."""


def _lines(name: str) -> list[list[str]]:
    text = (files("xiaoer.app.demo") / name).read_text(encoding="utf-8")
    lines = [each for each in text.splitlines() if each and not each.startswith("#")]
    return [[part.strip() for part in line.split("|")] for line in lines]


def _questions(shop: Shop) -> list[QuestionRow]:
    """Those of a shop; a star stands before what is right."""
    found = []
    for code, words, listed, why in _lines("questions.txt"):
        if code != shop.code:
            continue
        options = [each.strip() for each in listed.split(";")]
        right = [place for place, each in enumerate(options) if each.startswith("*")]
        found.append(
            QuestionRow(
                kind=QuestionKind.SINGLE if len(right) == 1 else QuestionKind.MULTIPLE,
                text=words,
                options=[each.removeprefix("*") for each in options],
                right=right,
                why=why,
            )
        )
    return found


def teach(session: Session, chance: random.Random, shop: Shop, now: datetime) -> None:
    """A course with its test; everybody has taken the first round, some the second."""
    title, summary, about = TAUGHT[shop.code]
    boss = system("demo")
    _cards(session, shop)
    with clock.freeze(now - BEGAN):
        course = service.write_course(
            session,
            boss,
            shop_id=shop.id,
            title=title,
            summary=summary,
            lessons=_lessons(session, shop, about),
        )
        frame = Frame(
            course_id=course.id,
            title=f"{title}知识考核",
            pass_percent=75,
            period_days=PERIOD,
            days_to_sit=7,
            tries=2,
            next_on=clock.now().astimezone(shop.zone).date(),
        )
        exam = service.write_exam(session, boss, frame=frame, questions=_questions(shop))
        service.begin_due(session)
        _take(session, chance, exam, share=1.0, passing=True)
    with clock.freeze(now - BEGAN + timedelta(days=PERIOD)):
        service.begin_due(session)
        _take(session, chance, exam, share=0.6, passing=False)


def _take(
    session: Session, chance: random.Random, exam: Exam, *, share: float, passing: bool
) -> None:
    """So many of those who are to take it do so, not all of them rightly; in the end all pass if
    `passing`."""
    query = select(Sitting).where(Sitting.exam_id == exam.id, Sitting.round_on == exam.round_on)
    asked = queries.questions(session, [exam.id])[exam.id]
    for place, sitting in enumerate(session.scalars(query.order_by(Sitting.id)).all()):
        known = workforce.actor_of(session, sitting.agent_id)
        if known is None or chance.random() > share:
            continue
        clock.advance(timedelta(minutes=chance.randint(20, 600)))
        wrong = [[0], [0, 1], [2], []][place % 4]
        for missed in (wrong, wrong[:1] if place % 4 == 1 and not passing else []):
            if session.get_one(Sitting, sitting.id).ended_at is None:
                chosen = {
                    each.id: [len(each.options) - 1] if n in missed else list(each.right)
                    for n, each in enumerate(asked)
                }
                service.hand_in(session, known.actor, sitting.id, chosen=chosen)


def _lessons(session: Session, shop: Shop, about: tuple[str, ...]) -> list[LessonRow]:
    """A lesson for each matter, with the product and the article that tell of it."""
    found = []
    for words in about:
        product = select(Product.id).where(
            Product.shop_id == shop.id, Product.title.contains(words)
        )
        article = (
            select(Article.id)
            .join(ArticleVersion, ArticleVersion.article_id == Article.id)
            .where(Article.shop_id == shop.id, ArticleVersion.title.contains(words))
        )
        found.append(
            LessonRow(
                title=f"{words}：特点、使用和注意事项",
                body="先读商品卡片，再读这篇知识，想一想顾客会怎么问。",
                product_id=session.scalar(product.order_by(Product.title).limit(1)),
                article_id=session.scalar(article.order_by(Article.number).limit(1)),
            )
        )
    rule = "怎样的商品不能退，怎样的情况要先拍照，都在政策里。"
    return [*found, LessonRow(title="退换货要先讲清的事", body=rule)]


def _cards(session: Session, shop: Shop) -> None:
    """What is known of the products the courses tell of."""
    for words, *told in _lines("cards.txt"):
        query = select(Product.id).where(Product.shop_id == shop.id, Product.title.contains(words))
        if product_id := session.scalar(query.order_by(Product.title).limit(1)):
            review_on = clock.now().date() + timedelta(days=60)
            catalog.write_card(
                session,
                system("demo"),
                product_id,
                words=dict(zip(TEXTS, told, strict=True)),
                owner_id=None,
                review_on=review_on,
            )
