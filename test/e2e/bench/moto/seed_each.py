"""Makes the buckets and tables of several emitted files, one after the other: seed_each.py out/STACK/main.tf.json …"""

import os
import runpy
import sys

files = sys.argv[1:]
for file in files:
    sys.argv = ["seed.py", file]
    runpy.run_path(os.path.join(os.path.dirname(os.path.abspath(__file__)), "seed.py"))
