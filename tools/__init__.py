"""Commands for people who work on the product: the demo, screenshots, the soak; nothing here is packed or served."""
