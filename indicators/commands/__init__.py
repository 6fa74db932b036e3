"""The commands: each opens the store, asks the domain and says what it found; exit 0 done, 1 refused."""
