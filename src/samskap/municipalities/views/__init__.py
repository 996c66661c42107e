"""The municipality’s pages: what everyone reads, and where it is set up."""
