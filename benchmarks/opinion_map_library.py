"""Draw a map of opinions with red-dwarf, in an environment of its own that has it.

Run by `benchmarks.opinion_map`; writes as JSON the seconds of the quickest of some runs, the group
of each participant, the statements that most agree or disagree with or that represent each group,
and how far all groups agree.
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
runs = []
while len(runs) < 3 or sum(runs) < 2:  # as ours are timed
    began = time.process_time()
    found = run_pipeline(
        votes=votes,
        clusterer_kwargs={"init": "polis"},
        mod_out_statement_ids=[int(each) for each in columns["out"]],
    )
    runs.append(time.process_time() - began)
groups = found.participants_df["cluster_id"].dropna()
told = {
    "seconds": min(runs),
    "groups": {str(key): int(group) for key, group in groups.items()},
    "consensus": [
        [int(each["tid"]) for each in found.consensus[side]] for side in ("agree", "disagree")
    ],
    "represents": {
        str(key): [int(each["tid"]) for each in told]
        for key, told in found.repness.items()
        if str(key).isdigit()
    },
    "across": {str(key): float(each) for key, each in found.group_aware_consensus["agree"].items()},
}
sys.stdout.write(json.dumps(told))
