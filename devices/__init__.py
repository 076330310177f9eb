"""Devices of a service hall: wires, printers, LED boards, keypads and rating pads."""
