"""The duty panel: alarms with their countdowns, who goes, what is due today, evacuation."""
