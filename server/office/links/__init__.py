"""The office's page of a notice's link: shows it with its QR code, takes it back, gives a new one, lists what came over it."""
