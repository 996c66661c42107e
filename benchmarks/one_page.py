"""How often one page is asked for while its instructions are counted by callgrind."""

COUNTED = 2  # requests
