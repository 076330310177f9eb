"""The dock: simulated hardware on real wires, and the window that shows it."""
