"""What people do in the hall, one transaction each."""
