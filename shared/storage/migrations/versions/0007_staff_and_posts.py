"""The staff, and who was at which window when."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("party_member", sa.Boolean(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password", sa.String()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", MOMENT),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "post_span",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("window_number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("seated", sa.String()),
        sa.Column("main", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("whereabouts", sa.String(), nullable=False),
        sa.Column("handover", sa.String(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["person"], ["staff.number"]),
        sa.ForeignKeyConstraint(["main"], ["staff.number"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_post_span_window", "post_span", ["window_number", "began_at"])
    op.create_index("ix_post_span_ended", "post_span", ["ended_at"])
    now = "ended_at IS NULL"
    _one("ux_post_span_now", "window_number", now)
    _one("ux_post_span_person", "person", now)
    _one("ux_post_span_seated", "seated", f"{now} AND seated IS NOT NULL")


def _one(name: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        name,
        "post_span",
        [column],
        unique=True,
        sqlite_where=condition,
        postgresql_where=condition,
    )
