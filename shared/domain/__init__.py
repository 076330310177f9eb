"""Pure rules of the hall: no I/O, no clock of their own, standard library only."""
