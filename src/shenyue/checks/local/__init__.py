"""What districts ask for beyond the national rules, as kinds that a rule file parametrises: a text, a section, a cell, a date."""
