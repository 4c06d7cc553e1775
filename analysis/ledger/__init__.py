"""What coders found by reading: the ledger, its checks and its review."""
