"""Courses, the tests on them, and who passed when; those who work at the desk may take them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "39_training"
down_revision = "38_shift_and_price"

GRANT = """
    UPDATE roles SET permissions = array_append(permissions, '{granted}')
    WHERE builtin AND '{having}' = ANY (permissions) AND NOT '{granted}' = ANY (permissions)
"""


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_by", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_courses_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
    )
    op.create_index("ix_courses_shop", "courses", ["shop_id"], postgresql_where=sa.text("active"))
    op.create_table(
        "exams",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("pass_percent", sa.SmallInteger(), nullable=False),
        sa.Column("period_days", sa.SmallInteger(), nullable=False),
        sa.Column("days_to_sit", sa.SmallInteger(), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("round_on", sa.Date(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_by", sa.String(length=100), nullable=False),
        sa.CheckConstraint(
            "days_to_sit BETWEEN 1 AND period_days", name=op.f("ck_exams_ends_within_the_period")
        ),
        sa.CheckConstraint("pass_percent BETWEEN 1 AND 100", name=op.f("ck_exams_mark_is_a_share")),
        sa.CheckConstraint("period_days BETWEEN 1 AND 730", name=op.f("ck_exams_period_is_sane")),
        sa.CheckConstraint("role IS NULL OR group_id IS NULL", name=op.f("ck_exams_role_or_group")),
        sa.CheckConstraint("tries BETWEEN 1 AND 10", name=op.f("ck_exams_tries_are_sane")),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_exams_course_id")),
        sa.ForeignKeyConstraint(["group_id"], ["agent_groups.id"], name=op.f("fk_exams_group_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_exams_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exams")),
    )
    op.create_index("ix_exams_due", "exams", ["next_on"], postgresql_where=sa.text("active"))
    op.create_index("ix_exams_shop", "exams", ["shop_id"])
    op.create_table(
        "lessons",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("course_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=True),
        sa.Column("article_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_lessons_article_id")
        ),
        sa.ForeignKeyConstraint(["course_id"], ["courses.id"], name=op.f("fk_lessons_course_id")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["products.id"], name=op.f("fk_lessons_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
    )
    op.create_index("ix_lessons_course", "lessons", ["course_id", "position"])
    op.create_table(
        "exam_questions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("exam_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("single", "multiple", name="questionkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("options", postgresql.ARRAY(sa.String(length=300)), nullable=False),
        sa.Column("right", postgresql.ARRAY(sa.SmallInteger()), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_exam_questions_exam_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_questions")),
    )
    op.create_index(
        "ix_exam_questions_exam",
        "exam_questions",
        ["exam_id", "position"],
        unique=False,
        postgresql_where=sa.text("active"),
    )
    op.create_table(
        "sittings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shop_id", sa.Uuid(), nullable=False),
        sa.Column("exam_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("round_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "due",
                "passed",
                "failed",
                "missed",
                "excused",
                name="sittingstate",
                native_enum=False,
                length=20,
            ),
            server_default=sa.text("'due'"),
            nullable=False,
        ),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=True),
        sa.Column("taken", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("best_percent", sa.SmallInteger(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(length=200), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(state = 'due') = (ended_at IS NULL)", name=op.f("ck_sittings_ended_has_a_time")
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.id"], name=op.f("fk_sittings_agent_id")),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_sittings_exam_id")),
        sa.ForeignKeyConstraint(["shop_id"], ["shops.id"], name=op.f("fk_sittings_shop_id")),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name=op.f("fk_sittings_task_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sittings")),
    )
    op.create_index("ix_sittings_agent", "sittings", ["agent_id", "due_at"])
    op.create_index(
        "ix_sittings_due",
        "sittings",
        ["shop_id", "due_at", "id"],
        unique=False,
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index(
        "ix_sittings_ended",
        "sittings",
        ["shop_id", sa.literal_column("ended_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_index(
        "uq_sittings_round", "sittings", ["exam_id", "round_on", "agent_id"], unique=True
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sitting_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("percent", sa.SmallInteger(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "facts",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default=sa.text("'{}'::jsonb"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("fk_attempts_sitting_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index("uq_attempts_number", "attempts", ["sitting_id", "number"], unique=True)
    op.create_table(
        "attempt_answers",
        sa.Column("attempt_id", sa.Uuid(), nullable=False),
        sa.Column("question_id", sa.Uuid(), nullable=False),
        sa.Column("chosen", postgresql.ARRAY(sa.SmallInteger()), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_attempt_answers_attempt_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["exam_questions.id"], name=op.f("fk_attempt_answers_question_id")
        ),
        sa.PrimaryKeyConstraint("attempt_id", "question_id", name=op.f("pk_attempt_answers")),
    )
    op.create_index("ix_attempt_answers_question", "attempt_answers", ["question_id"])

    op.execute(GRANT.format(granted="training:sit", having="knowledge:read"))
    op.execute(GRANT.format(granted="training:manage", having="knowledge:publish"))


def downgrade() -> None:
    for table in ("attempt_answers", "attempts", "sittings", "exam_questions"):
        op.drop_table(table)
    for table in ("lessons", "exams", "courses"):
        op.drop_table(table)
