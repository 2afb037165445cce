"""The embedded default: nothing leaves; the operator's page shows what would have been sent."""
