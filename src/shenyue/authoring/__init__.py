"""What helps rule authors: where a value comes from, whether a rule can work at all, what it would find, how two districts differ."""
