"""The desk: what waits for whom, gathered from all modules, and how it is answered.

errand    an input that waits for an answer, with the day that was promised
charge    that somebody has taken an errand upon them, or was handed it over
wording   an answer that is begun already; whoever sends it makes it their own first
workload  how many promises and hours somebody carries, beside the limit of the municipality
debt      errands past their promise in an initiative: no new call for input before they are
          answered, or before somebody has said why it takes longer
"""
