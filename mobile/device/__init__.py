"""What only the device can do, each behind a port with a desktop twin: camera, scanner, text entry, files, power, clock.

A port asks and is answered later by a call to ``done``: on Android another app answers, and ours may be killed
meanwhile, so whoever asks has stored beforehand what the answer is for.

Invariant: importing a module here loads neither Pillow nor Kivy nor anything of Android.
Start reading at ``camera``; ``files`` decides where bytes lie.
"""
