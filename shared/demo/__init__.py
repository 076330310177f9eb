"""The demo: a whole hall on this machine, as separate processes on real wires."""
