"""The page a ticket has on its holder's phone: watch, be called, leave, rate."""
