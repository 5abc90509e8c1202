"""Alembic's entry: runs the migrations on the connection that db.upgrade hands over, or prints their SQL."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes.get("connection")
if connection is None:
    context.configure(url=context.config.get_main_option("sqlalchemy.url"), literal_binds=True)
else:
    context.configure(connection=connection, transaction_per_migration=False, render_as_batch=True)
context.run_migrations()
