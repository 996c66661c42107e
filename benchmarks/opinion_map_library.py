"""Draw a map of opinions with red-dwarf, in an environment of its own that has it.

Run by `benchmarks.opinion_map`; writes seconds and the group of each participant as JSON.
"""

import json
import sys
import time
import warnings

import numpy as np
from reddwarf.implementations.base import run_pipeline

warnings.filterwarnings("ignore")
columns = np.load(sys.argv[1])
who, what, said = (columns[name].tolist() for name in ("who", "what", "said"))
last = dict(zip(zip(who, what, strict=True), said, strict=True))
votes = [
    {"participant_id": person, "statement_id": statement, "vote": vote, "modified": 0}
    for (person, statement), vote in last.items()
]
began = time.process_time()
found = run_pipeline(votes=votes, clusterer_kwargs={"init": "polis"})
seconds = time.process_time() - began
groups = found.participants_df["cluster_id"].dropna()
told = {"seconds": seconds, "groups": {str(key): int(group) for key, group in groups.items()}}
sys.stdout.write(json.dumps(told))
