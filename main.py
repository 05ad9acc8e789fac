"""Start the tablet app: python-for-android runs this file, and so does `make tablet`."""

from mobile.app import main

main()
