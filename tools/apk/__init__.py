"""The Android package: builds it where an SDK is, and checks without one all that can be checked.

``hook`` runs within python-for-android's build, ``platform`` reads the platform's declarations, ``usage`` compares with
them what ``mobile/device/android`` uses.
"""
