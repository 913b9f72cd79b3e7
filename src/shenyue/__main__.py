"""`python -m shenyue`, the same as the command `shenyue`."""

import sys

from shenyue.cli import main

sys.exit(main())
