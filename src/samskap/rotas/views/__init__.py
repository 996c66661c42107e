"""Pages of rotas, split by what people do there."""
