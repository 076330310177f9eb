"""The hall's voice: numbers and texts as spoken clips, joined to the sample, and their player."""
