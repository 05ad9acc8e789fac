"""The device's twins on Android: each speaks to the platform's own classes, named in ``java``.

Invariant: importing a module here loads nothing of Android, so that a desktop can import, compile and check all of them;
``tools/apk`` compares every class, method and constant used here with the platform's declarations.
What can be decided without a device (what an NFC tag says, which of two positions is better) is decided in the modules
above, and tested there. Start reading at ``java``, then ``kit``.
"""
