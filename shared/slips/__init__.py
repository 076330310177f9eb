"""Every paper as lines, sizes and QR codes; no printer in here."""

from shared.slips.lines import Code, Gap, Line, Pair, Paper, Rule

__all__ = ["Code", "Gap", "Line", "Pair", "Paper", "Rule"]
