"""Photos for pages: what a page shows of each, and their bytes for whoever may see a record that names them."""
