"""Linear and whole-number programmes by HiGHS (MIT): one thread, the same answer each time.

Source: Huangfu & Hall (2018), “Parallelizing the dual revised simplex method”, Mathematical
Programming Computation 10, which describes the solver.
"""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray

from samskap.kernels.lot.kinds import Counts, Kinds

Numbers = NDArray[np.float64]

ENDLESS = highspy.kHighsInf
EXACT = 1e-9  # what the solver may miss a row by, and what counts as nothing


class Programme:
    """Make the sum of worth · amount as large as can be, within rows and limits.

    matrix      [R, C]
    low, high   [R]     limits of matrix · amounts
    most        [C]     limits of the amounts, from 0
    whole       whether amounts are whole numbers
    """

    def __init__(
        self, matrix: Numbers, low: Numbers, high: Numbers, most: Numbers, *, whole: bool
    ) -> None:
        rows, columns = matrix.shape
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = rows, columns
        model.col_cost_, model.col_lower_, model.col_upper_ = np.zeros(columns), 0 * most, most
        model.row_lower_, model.row_upper_ = low, high
        model.sense_ = highspy.ObjSense.kMaximize
        column, row = np.nonzero(matrix.T)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.searchsorted(column, np.arange(columns + 1)).astype(np.int32)
        model.a_matrix_.index_ = row.astype(np.int32)
        model.a_matrix_.value_ = matrix[row, column]
        if whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * columns
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]  # carries half its types
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("primal_feasibility_tolerance", EXACT),
            ("dual_feasibility_tolerance", EXACT),
            ("mip_rel_gap", 0.0),
        ):
            self.solver.setOptionValue(option, value)
        self.solver.passModel(model)

    def set_worth(self, worth: Numbers) -> None:
        """Say what one of each column is worth."""
        columns = np.arange(len(worth), dtype=np.int32)
        self.solver.changeColsCost(len(worth), columns, worth.astype(float))

    def set_gap(self, share: float) -> None:
        """Let a whole-number answer fall short of the best by that share."""
        self.solver.setOptionValue("mip_rel_gap", share)

    def add_row(self, low: float, high: float, columns: Counts, values: Numbers) -> int:
        """Add a row, and return its number."""
        self.solver.addRow(low, high, len(columns), columns.astype(np.int32), values.astype(float))
        return int(self.solver.getNumRow()) - 1

    def add_columns(self, columns: Numbers) -> None:
        """Add columns that are worth nothing and have no upper limit.

        columns  [n, R]  what one of each is in each row
        """
        column, row = np.nonzero(columns)
        many, starts = len(columns), np.searchsorted(column, np.arange(len(columns)))
        self.solver.addCols(
            many,
            np.zeros(many),
            np.zeros(many),
            np.full(many, ENDLESS),
            len(row),
            starts.astype(np.int32),
            row.astype(np.int32),
            columns[column, row],
        )

    def solve(self) -> bool:
        """Find the best amounts; False where there are none at all."""
        self.solver.run()
        return bool(self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    @property
    def best(self) -> float:
        """The largest sum."""
        return float(self.solver.getInfo().objective_function_value)

    @property
    def amounts(self) -> Numbers:
        """What of each column gives it."""
        return np.array(self.solver.getSolution().col_value)

    @property
    def column_prices(self) -> Numbers:
        """What the sum gains by one more of each column than its limit allows."""
        return np.array(self.solver.getSolution().col_dual)

    @property
    def row_prices(self) -> Numbers:
        """What the sum gains where the limit of a row moves by one."""
        return np.array(self.solver.getSolution().row_dual)


class PanelFinder:
    """Finds the panel that is worth most, among all that keep quotas and addresses."""

    def __init__(self, kinds: Kinds) -> None:
        homes, addresses = kinds.shared_homes(), kinds.addresses[kinds.shared()]
        self.programme = Programme(
            np.vstack([kinds.has, np.ones(kinds.number), homes]).astype(float),
            np.concatenate([kinds.least, [kinds.size], np.zeros(len(homes))]).astype(float),
            np.concatenate([kinds.most, [kinds.size], addresses]).astype(float),
            kinds.addresses[kinds.lives_in].astype(float),
            whole=True,
        )

    def worth_most(self, worth: Numbers, gap: float = 0.0) -> Counts | None:
        """Return the members of each kind [T]; None where no panel keeps all quotas."""
        self.programme.set_worth(worth)
        self.programme.set_gap(gap)
        if not self.programme.solve():
            return None
        return np.rint(self.programme.amounts).astype(np.int64)
