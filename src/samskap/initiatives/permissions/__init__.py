"""Who may do what with initiatives, split by noun."""
