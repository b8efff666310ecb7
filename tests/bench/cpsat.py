"""The fewest hours by CP-SAT: reads programs as JSON, one a line, writes [answer, milliseconds]."""

import json
import statistics
import sys
import time

from ortools.sat.python import cp_model


def solve(program, seconds):
    model = cp_model.CpModel()
    units = [model.new_bool_var("") for _ in program["costs"]]
    for row in program["rows"]:
        amount = sum(factor * units[index] for index, factor in row["terms"])
        if row["least"] is not None:
            model.add(amount >= row["least"])
        if row["most"] is not None:
            model.add(amount <= row["most"])
    model.minimize(sum(cost * unit for cost, unit in zip(program["costs"], units)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    begun = time.perf_counter()
    status = solver.solve(model)
    spent = (time.perf_counter() - begun) * 1000
    if status == cp_model.OPTIMAL:
        return round(solver.objective_value), spent
    return ("-" if status == cp_model.INFEASIBLE else "?"), spent


for line in sys.stdin:
    program = json.loads(line)
    runs = [solve(program, program["seconds"]) for _ in range(program["runs"])]
    print(json.dumps([runs[0][0], statistics.median(spent for _, spent in runs)]), flush=True)
