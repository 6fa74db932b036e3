"""Speed beside peers, as ratios: `make bench`. Nothing here is a test, and no figure fails anything."""
