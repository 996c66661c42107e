"""Pages and answers of the API: what it offers, what is handed out whole, and how it is set up."""
