"""The self-service kiosk: issues tickets and opens the green channel."""
