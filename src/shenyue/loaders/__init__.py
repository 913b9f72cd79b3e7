"""Reading files: one module a format; `load` tells the format by what the file is, not by its name."""
