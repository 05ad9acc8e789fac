"""Work that takes longer than a page: asked for by a form, done by a worker process, fetched from its page."""
