"""The wall board: called numbers, who waits, what the hall makes public."""
