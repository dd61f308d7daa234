"""Units of one order line may become different things in an exchange."""

from alembic import op

revision = "19_case_lines"
down_revision = "19_dispute_answers"


def upgrade() -> None:
    op.create_index(
        "uq_case_lines_what",
        "case_lines",
        ["case_id", "order_line_id", "replacement_sku_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.drop_constraint("uq_case_lines_case_id_order_line_id", "case_lines", type_="unique")


def downgrade() -> None:
    op.create_unique_constraint(
        "uq_case_lines_case_id_order_line_id", "case_lines", ["case_id", "order_line_id"]
    )
    op.drop_index("uq_case_lines_what", table_name="case_lines")
