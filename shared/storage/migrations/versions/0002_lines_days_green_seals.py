"""Lines that are counted, business days, visits, helpers, live pace and seals."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IN_LINE = "state IN ('waiting', 'transferred')"
BOOKED = IN_LINE + " AND ticket_class = 'booked'"
LIVE = "state NOT IN ('done', 'abandoned', 'void')"
OPEN = "ended_at IS NULL"
SPACING = 2**20


def upgrade() -> None:
    _tickets()
    _tables()
    _fill()


def _tickets() -> None:
    op.drop_index("ix_ticket_line", table_name="ticket")
    with op.batch_alter_table("ticket") as ticket:
        ticket.add_column(sa.Column("line_day", sa.Date()))
        ticket.add_column(sa.Column("since", sa.DateTime(timezone=True)))
        ticket.add_column(sa.Column("category", sa.String()))
        ticket.add_column(sa.Column("booked_for", sa.DateTime(timezone=True)))
        ticket.add_column(sa.Column("wait_mean_s", sa.Integer()))
        ticket.alter_column("wait_low_min", new_column_name="wait_low_s")
        ticket.alter_column("wait_high_min", new_column_name="wait_high_s")
        ticket.alter_column(
            "place",
            type_=sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            existing_type=sa.Integer(),
        )
    op.execute(
        "UPDATE ticket SET line_day = business_day, since = issued_at, "
        f"place = place * {SPACING}, wait_low_s = wait_low_s * 60, "
        "wait_high_s = wait_high_s * 60, wait_mean_s = (wait_low_s + wait_high_s) * 30"
    )
    with op.batch_alter_table("ticket") as ticket:
        ticket.alter_column("line_day", nullable=False, existing_type=sa.Date())
        ticket.alter_column("since", nullable=False, existing_type=sa.DateTime(timezone=True))
    for name, columns, where in (
        (
            "ix_ticket_line",
            ["line_day", "for_window", "queue", "ticket_class", "place", "id"],
            IN_LINE,
        ),
        ("ix_ticket_booked", ["line_day", "for_window", "queue", "since", "id"], BOOKED),
        ("ix_ticket_live", ["line_day", "prefix", "number"], LIVE),
    ):
        op.create_index(
            name, "ticket", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )


def _tables() -> None:
    op.add_column("service", sa.Column("recalled_at", sa.DateTime(timezone=True)))
    op.create_table(
        "line",
        sa.Column("line_day", sa.Date(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("for_window", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ticket_class", sa.String(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("flow", sa.Double(), nullable=False),
        sa.Column("flow_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("line_day", "queue", "for_window", "ticket_class"),
    )
    op.create_table(
        "errand",
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("ticket", "ordinal"),
    )
    op.create_table(
        "day",
        sa.Column("business_day", sa.Date(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("first_fact", sa.Integer(), nullable=False),
        sa.Column("closed_queues", sa.JSON(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("business_day"),
    )
    op.create_table(
        "pace",
        sa.Column("queue", sa.String(), nullable=False),
        sa.Column("window_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("total_min", sa.Double(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("queue", "window_number", "item"),
    )
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("escalated_at", sa.DateTime(timezone=True)),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        sa.Column("taken_by", sa.String()),
        sa.Column("met_at", sa.DateTime(timezone=True)),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["ticket"], ["ticket.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_alert_ticket", "alert", ["ticket"])
    op.create_index(
        "ix_alert_open",
        "alert",
        ["due_at"],
        sqlite_where=sa.text(OPEN),
        postgresql_where=sa.text(OPEN),
    )
    op.create_table(
        "seal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("last_fact", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("last_fact"),
    )


def _fill() -> None:
    """The newest day goes on; its lines are counted."""
    op.execute(
        "INSERT INTO day (business_day, began_at, first_fact, closed_queues, carried) "
        "SELECT business_day, min(issued_at), "
        "coalesce((SELECT min(id) FROM fact WHERE fact.business_day = ticket.business_day), 0), "
        "'{}', 0 FROM ticket GROUP BY business_day"
    )
    op.execute(
        "INSERT INTO line (line_day, queue, for_window, ticket_class, waiting, flow, flow_at) "
        "SELECT line_day, queue, coalesce(for_window, 0), ticket_class, count(*), 0, max(since) "
        f"FROM ticket WHERE {IN_LINE} "
        "GROUP BY line_day, queue, coalesce(for_window, 0), ticket_class"
    )
