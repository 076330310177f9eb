"""What every window of ours shares: application, feed bridge, theme."""
