"""What an experienced coach would say about a half-filled sheet, without knowing any reference solution."""

from sellkit.checks.registry import Check, Finding, Severity, registered, run

__all__ = ["Check", "Finding", "Severity", "registered", "run"]
