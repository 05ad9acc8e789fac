"""One's own account: name, password, language, sessions; and the page that a link for a first password opens."""
