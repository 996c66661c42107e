"""Suggesting a fair plan for a rota: who could take which free place, and why.

Give `plan` the needs and the helpers; what comes back is who would take what, what stays open and
what each choice rests on, as codes and numbers. The pages write the sentences, people decide.

- *need*: one duty of one shift, and how many people it still lacks
- *helper*: somebody who can take turns, with what they know, when they can and their limits
- *way*: that one helper could fill one need, and what it costs
- *cost*: tenths of a kilometre, and what stands for them: see `costs`

Source: the transportation problem with convex costs, solved by successive shortest paths
(Ahuja, Magnanti & Orlin 1993, “Network Flows”, ch. 9 and 14).
"""

from samskap.kernels.rota_plan.asking import Busy, Helper, Need, Window
from samskap.kernels.rota_plan.costs import FURTHER_TURN, RATHER_NOT, UNFILLED, WISHED
from samskap.kernels.rota_plan.explaining import Given, Open, OpenBecause, PassedOver
from samskap.kernels.rota_plan.planning import FORMULA, Plan, plan, turn_by_turn

__all__ = [
    "FORMULA",
    "FURTHER_TURN",
    "RATHER_NOT",
    "UNFILLED",
    "WISHED",
    "Busy",
    "Given",
    "Helper",
    "Need",
    "Open",
    "OpenBecause",
    "PassedOver",
    "Plan",
    "Window",
    "plan",
    "turn_by_turn",
]
