"""Reading rotas, split by noun."""
