"""What keeps the house in order: small programs that are run by hand, by `nox` and by CI."""
