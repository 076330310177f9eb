"""Registers (登记簿): declared as data, worked by one engine; pure."""
