"""A discrete-event simulation of a hall that drives the real dispatch rules."""
