"""People: accounts, sign-in, roles, the voluntary profile, and consent."""
