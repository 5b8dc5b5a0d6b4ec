"""Who the named people and practices of a paper are, told from all the places that name them."""
