"""The parity cases, one module a topic."""
