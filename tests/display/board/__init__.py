"""The wall board."""
