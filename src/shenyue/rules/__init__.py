"""Rules and rule packs: TOML in, effective rules out."""
