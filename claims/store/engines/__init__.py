"""The ways to run a scan: in one process, in several, or on several machines."""
