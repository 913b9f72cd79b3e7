"""`shenyue rules …`: a module for each of its commands."""
