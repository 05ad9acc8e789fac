"""Papers: what they say, worked out from records; their check codes; on screen, as files, in batches.

``paper`` what every paper is made of · ``notice``, ``reply``, ``recheck``, ``record``, ``access``, ``month`` one form each ·
``kinds`` which there are and who may have them · ``issue`` gives a paper its code and remembers that it was printed ·
``views`` pages · ``batch`` many at once, as a job.

Invariant: papers are Chinese, as the manual's forms are; their English title stands below.
Invariant: a paper says what its records say and nothing that depends on when it is printed.
"""
